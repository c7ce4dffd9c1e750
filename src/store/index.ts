export {type ArticleToKeep, plainReading, type Reading} from "./articles.ts";
export type {BackupDone} from "./backup-ledger.ts";
export type {CaptureAbout} from "./captures.ts";
export {
  type AddressNote,
  type CollectJournal,
  openCollectJournal,
  readCollectJournal,
  type SourceNote,
} from "./collect-journal.ts";
export type {EventCodeTables} from "./events/bulk-sql.ts";
export type {EventMentions} from "./events/event-mentions.ts";
export type {PairMonth, WorldMonth} from "./events/event-months.ts";
export type {Mover, Movers} from "./events/event-movers.ts";
export type {EventRowsQuestion} from "./events/event-rows.ts";
export type {EventSpan, SectorMonthsQuestion} from "./events/event-sector-months.ts";
export type {EventFilesTaken} from "./events/import-event-files.ts";
export type {EventReceipt} from "./events/import-events.ts";
export type {ExportFormat, ExportNote} from "./export-dataset.ts";
export type {Fault} from "./fault.ts";
export type {ImportDone, ImportOrder, ImportReceipt} from "./import-rows.ts";
export type {FactOrigin, KeptReject} from "./imports.ts";
export {type InitOptions, initLedger} from "./init-ledger.ts";
export {joinLedger} from "./join-ledger.ts";
export {drawsFile, type KeptDraws, keepDraws, readDraws} from "./kept-draws.ts";
export type {LedgerHealth} from "./ledger-health.ts";
export type {MoveRecipe, MoveVersion} from "./move-versions.ts";
export {type Ledger, OlderLedger, openLedger} from "./open-ledger.ts";
export type {RowsFound, RowsQuestion} from "./read-rows.ts";
export {type RestoreDone, restoreLedger} from "./restore-ledger.ts";
export type {Retraction} from "./retractions.ts";
export type {DatasetReceipt} from "./settle-rows.ts";
export {type Sharing, shareLedger} from "./share-ledger.ts";
export {LedgerHeld, StoreError} from "./store-error.ts";
export type {Verification} from "./verify-ledger.ts";
