export type {FetchedResponse, FetchOnce} from "./ask-once.ts";
export {type CaptureEffects, capture} from "./capture.ts";
export {captureOf, maxBytes} from "./capture-of.ts";
export {type FoundAddress, refusePrivate} from "./check-address.ts";
export {backOff} from "./collect/back-off.ts";
export {type CollectDisk, collectDisk, type FolderFile} from "./collect/collect-disk.ts";
export {type CollectFormats, collectFormats} from "./collect/collect-formats.ts";
export {
  createFetcher,
  type FetchEffects,
  type Fetched,
  type Fetcher,
  paceMs,
} from "./collect/create-fetcher.ts";
export {itemAddress} from "./collect/item-address.ts";
export {feedItemType, itemCapture} from "./collect/item-capture.ts";
export {pageLinks} from "./collect/page-links.ts";
export {fileFault} from "./file-fault.ts";
export type {ArchivedPage, ArchiveNote, TellArchiveNote} from "./formats/archive.ts";
export {charsetOf, type DecodedBytes, decodeBytes} from "./formats/decode-bytes.ts";
export {isDocumentType} from "./formats/document-kind.ts";
export type {FeedItem, FeedOrigin, FeedRead} from "./formats/feed.ts";
export {loadCharsetGuess} from "./formats/guess-charset.ts";
export {openDocument} from "./formats/open-document.ts";
export type {OpenedDocument} from "./formats/opened-document.ts";
export {type LastUpdateFile, parseLastUpdate} from "./formats/parse-last-update.ts";
export {readArchive} from "./formats/read-archive.ts";
export {readFeed} from "./formats/read-feed.ts";
export {collectedFrom} from "./health/collected-from.ts";
export {type QuietSource, quietSources, sourcesGoneQuiet} from "./health/quiet-sources.ts";
export type {Silence} from "./health/silence.ts";
export {
  type AskedSource,
  neverAsked,
  type SourceHealth,
  sourceHealth,
} from "./health/source-health.ts";
export {
  type AnyEventImporter,
  type BulkImporter,
  type BulkLayout,
  type EventCodes,
  type EventImporter,
  type EventPublisher,
  type EventValues,
  eventPublishers,
  type ImportedEvent,
} from "./importers/event-importer.ts";
export {
  eventImporterCards,
  eventImporterIds,
  loadEventImporter,
} from "./importers/event-registry.ts";
export {ForeignFile} from "./importers/foreign-file.ts";
export {type ImportDisk, realImportDisk} from "./importers/import-disk.ts";
export type {
  CodeScheme,
  Imported,
  ImportedRow,
  Importer,
  ImporterCard,
  ImportFile,
  RejectedRow,
  StateCodes,
} from "./importers/importer.ts";
export {
  type LeftOut,
  namesOf,
  type OpenedFiles,
  type OpenedImport,
  openImportFile,
  openImportFiles,
} from "./importers/open-import-file.ts";
export {recognisedFiles} from "./importers/recognised-files.ts";
export {importerIds, loadImporter} from "./importers/registry.ts";
export {
  loadStateCodeSpans,
  loadStateCodes,
  type StateCodeSpan,
  stateCodesOf,
} from "./importers/state-codes.ts";
export {InputError} from "./input-error.ts";
export {loadEventSectors} from "./load-event-sectors.ts";
export {loadNameWords} from "./load-name-words.ts";
export {loadProgrammes} from "./load-programmes.ts";
export {loadCameoCodes, loadCrosswalk, loadGrades, loadReference} from "./load-reference.ts";
export {loadRepeatedTexts, type RepeatedResolution} from "./load-repeated-texts.ts";
export {loadYardsticks} from "./load-yardsticks.ts";
export {meant, nearestName} from "./nearest-name.ts";
export {packedPath, packedTables, writtenPath} from "./packed-table.ts";
export {parseDay} from "./parse-day.ts";
export {
  type GivenJudgement,
  judgementOf,
  judgementSchema,
  parseJudgement,
} from "./parse-judgement.ts";
export {checkEntry, parseSources, type SourcesRead, withSource} from "./parse-sources.ts";
export {parseWatch} from "./parse-watch.ts";
export {postJson} from "./post-json.ts";
export type {TextDisk} from "./read-table.ts";
export {checkFlowTable} from "./scenario/check-flow-table.ts";
export {columnsAskedFor} from "./scenario/columns-asked-for.ts";
export {checkShock, parseShock} from "./scenario/parse-shock.ts";
export {type FlowTable, type FlowTableAsked, readFlowTable} from "./scenario/read-flow-table.ts";
export {readInputTable} from "./scenario/read-input-table.ts";
export {
  type Shock,
  type ShockFile,
  type ShockKind,
  shockFileSchema,
  shockJsonSchema,
} from "./scenario/shock-schema.ts";
export {sourceSchema, sourcesJsonSchema} from "./sources-schema.ts";
export {watchJsonSchema} from "./watch-schema.ts";
export {type ReferenceDisk, weightsPath} from "./weights-reader.ts";
export {type TimeLimit, timeLimit} from "./within-time.ts";
