import {existsSync} from "node:fs";
import type {
  Article,
  CodedEvent,
  Commitments,
  DatasetId,
  Day,
  FactBook,
  FuelPair,
  Judgement,
  ListedParty,
  Move,
  Reference,
  RollCall,
  SectorMonth,
  StateCode,
  Watch,
} from "../world/index.ts";
import {revision} from "./append-entries.ts";
import * as articles from "./articles.ts";
import {type ArticlePlace, articlePlaces, articlesOf, eventsOf} from "./articles-in-order.ts";
import {type BackupDone, backupLedger} from "./backup-ledger.ts";
import {type CaptureAbout, captureBytes, captures} from "./captures.ts";
import {type Database, openDatabase} from "./database.ts";
import {type EventHealth, eventHealth} from "./events/event-health.ts";
import {type EventMentions, eventMentions} from "./events/event-mentions.ts";
import {
  eventPairMonths,
  eventWorldMonths,
  type PairMonth,
  type WorldMonth,
} from "./events/event-months.ts";
import {eventTopMovers, type Movers, type MoversQuestion} from "./events/event-movers.ts";
import {type EventRowsQuestion, eventRows} from "./events/event-rows.ts";
import {
  type EventSpan,
  eventSectorMonths,
  eventSpans,
  eventsChangedFrom,
  type SectorMonthsQuestion,
} from "./events/event-sector-months.ts";
import {
  type EventFilesOrder,
  type EventFilesTaken,
  importEventFiles,
} from "./events/import-event-files.ts";
import {rebuildEvents} from "./events/rebuild-events.ts";
import {type ExportFormat, type ExportNote, exportDataset} from "./export-dataset.ts";
import {fuelPairs} from "./fuel-pairs.ts";
import {notingHead} from "./head-note.ts";
import {type ImportDone, type ImportOrder, type ImportReceipt, importRows} from "./import-rows.ts";
import {type FactOrigin, factOrigin, imports, type KeptReject, rejects} from "./imports.ts";
import {addJudgement, judgements} from "./judgements.ts";
import {type LedgerHealth, ledgerHealth} from "./ledger-health.ts";
import {readMeta, schemaVersion} from "./ledger-tables.ts";
import {noteLinked, type Unlinked, unlinked} from "./linked-note.ts";
import {listedParties} from "./listed-parties.ts";
import {firstVersion, migrateLedger} from "./migrate-ledger.ts";
import {
  type MoveRecipe,
  type MoveVersion,
  moveVersions,
  recordMoves,
  standingMoves,
} from "./move-versions.ts";
import {readCommitments} from "./read-commitments.ts";
import {readFacts} from "./read-facts.ts";
import {type RowsFound, type RowsQuestion, readRows} from "./read-rows.ts";
import {type Retraction, retract, retractions} from "./retractions.ts";
import {rollCalls} from "./roll-calls.ts";
import {exitLedger, StoreError} from "./store-error.ts";
import {noteVerified} from "./verified-note.ts";
import {type Verification, verifyLedger} from "./verify-ledger.ts";

/** The ledger: append-only, and every read is as of a day. */
export interface Ledger {
  /** All that the thinking rooms may know for a watch. */
  /** With `only`, rows of those datasets alone: an article needs few. */
  readFacts(
    watch: Watch,
    reference: Reference,
    asOf: Day,
    only?: readonly DatasetId[],
  ): Promise<FactBook>;
  /** Fuels beside all goods in the trade of every pair of states. */
  fuelPairs(asOf: Day): Promise<readonly FuelPair[]>;
  /** Every commitment that the datasets hold, of all states. */
  commitments(asOf: Day): Promise<Commitments>;
  /** The rows behind a cell. */
  rows(question: RowsQuestion): Promise<RowsFound>;
  /** Everyone on the sanctions lists that were known on a day. */
  listedParties(asOf: Day): Promise<readonly ListedParty[]>;
  /** Every recorded vote of the General Assembly with the choices of all states, without titles. */
  rollCalls(asOf: Day): Promise<readonly RollCall[]>;
  /**
   * Keeps articles with their bytes and coded events, all or none; the same reading again adds nothing, another one
   * supersedes.
   */
  addArticles(articles: readonly articles.ArticleToKeep[]): Promise<void>;
  articles(asOf: Day): Promise<readonly Article[]>;
  /** Who read each of them, and under which licence it may be used. */
  readings(asOf: Day): Promise<readonly articles.ReadingNote[]>;
  article(id: string, asOf: Day): Promise<Article | null>;
  events(asOf: Day): Promise<readonly CodedEvent[]>;
  /** Articles of a day in the order in which they came to be known, without their words. */
  articlePlaces(asOf: Day): Promise<readonly ArticlePlace[]>;
  /** Some of them, and what the coder said of some of them, by the articles' ids. */
  articlesOf(ids: readonly string[], asOf: Day): Promise<readonly Article[]>;
  eventsOf(ids: readonly string[], asOf: Day): Promise<readonly CodedEvent[]>;
  addJudgement(judgement: Judgement): Promise<void>;
  judgements(asOf: Day): Promise<readonly Judgement[]>;
  /** Keeps that something is taken back: from that day on it counts no more. */
  retract(retraction: Retraction): Promise<void>;
  retractions(asOf: Day): Promise<readonly Retraction[]>;
  /**
   * Keeps a version of each move that changed or ended (where it is not said which: all that are not given); gives how
   * many versions that were.
   */
  recordMoves(
    moves: readonly Move[],
    recipe: MoveRecipe,
    recordedOn: Day,
    ended?: readonly string[],
  ): Promise<number>;
  /** Ids of the moves of reports that stand. */
  standingMoves(): Promise<readonly string[]>;
  /** What came since reports were linked with the same means; null where all are to be linked anew. */
  unlinked(madeWith: string): Promise<Unlinked | null>;
  noteLinked(note: {readonly at: number; readonly madeWith: string}): Promise<void>;
  /** The versions of one move, or of all, in the order they came. */
  moveVersions(asOf: Day, id?: string): Promise<readonly MoveVersion[]>;
  captures(asOf: Day): Promise<readonly CaptureAbout[]>;
  /** The bytes of a capture as they came; their hash is checked. */
  captureBytes(sha256: string): Promise<Uint8Array>;
  /** Takes a file in, whole or not at all; the same file by the same importer only once. */
  importRows(order: ImportOrder): Promise<ImportDone>;
  /** Takes files of coded events in as one import; their rows stand in Parquet files beside the ledger. */
  importEvents(order: EventFilesOrder): Promise<EventFilesTaken>;
  /** Months of what two states did to one another, in both directions. */
  eventPairMonths(a: StateCode, b: StateCode, asOf: Day): Promise<readonly PairMonth[]>;
  eventWorldMonths(asOf: Day): Promise<readonly WorldMonth[]>;
  /** Pairs of states whose last days stand out against the year before. */
  eventTopMovers(question: MoversQuestion): Promise<Movers>;
  /** Counts of imported events by month and sector, with their margins. */
  eventSectorMonths(question: SectorMonthsQuestion): Promise<readonly SectorMonth[]>;
  /** Publishers of imported event files with the years that they cover. */
  eventSpans(asOf: Day): Promise<readonly EventSpan[]>;
  /** The first year whose counts later imports may have changed; null where none did, 0 where any may. */
  eventsChangedFrom(
    since: Pick<EventSpan, "publisher" | "newestImport">,
    asOf: Day,
  ): Promise<number | null>;
  /** The coded event rows behind a count. */
  eventRows(question: EventRowsQuestion): Promise<RowsFound>;
  /** How often events were reported, by the mentions that were imported. */
  eventMentions(question: {
    readonly asOf: Day;
    readonly eventIds: readonly string[];
  }): Promise<readonly EventMentions[]>;
  eventHealth(): Promise<EventHealth>;
  /** Works the counts by month out anew from the event files. */
  rebuildEvents(): Promise<void>;
  imports(asOf: Day): Promise<readonly ImportReceipt[]>;
  /** What an import could not take in. */
  rejects(importId: string): Promise<readonly KeptReject[]>;
  /** The file and line, or the data package, from which a row of a dataset came. */
  origin(dataset: DatasetId, row: number): Promise<FactOrigin>;
  /** Grows with every entry: two equal revisions answer alike. */
  revision(): Promise<number>;
  health(): Promise<LedgerHealth>;
  /** Proves that nothing was altered or lost; the check is noted beside the ledger where the day is told. */
  verify(question?: VerifyQuestion): Promise<Verification>;
  /** Copies the ledger, while it is used, into a folder that is not there yet. */
  backup(folder: string): Promise<BackupDone>;
  exportTable(
    dataset: DatasetId,
    asOf: Day,
    format: ExportFormat,
    path: string,
    note: ExportNote,
  ): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a ledger. One process may write; several may read while none writes.
 * @throws StoreError when it is missing, damaged or of another version; LedgerHeld when another process has it.
 */
export async function openLedger({
  path,
  readOnly = false,
}: {
  readonly path: string;
  readonly readOnly?: boolean;
}): Promise<Ledger> {
  if (!existsSync(path))
    throw new StoreError(`there is no ledger at ${path}`, {
      status: 503,
      exitCode: exitLedger,
      whatToDo: "Make one with `demarche init`, or name another file with --ledger.",
    });
  const opened = await openForward(path, readOnly);
  const database = readOnly ? opened : notingHead(opened);
  return {
    readFacts: (watch, reference, asOf, only) => readFacts(database, watch, reference, asOf, only),
    fuelPairs: (asOf) => fuelPairs(database, asOf),
    commitments: (asOf) => readCommitments(database, asOf),
    rows: (question) => readRows(database, question),
    listedParties: (asOf) => listedParties(database, asOf),
    rollCalls: (asOf) => rollCalls(database, asOf),
    addArticles: (kept) => articles.addArticles(database, kept),
    articles: (asOf) => articles.articles(database, asOf),
    readings: (asOf) => articles.readings(database, asOf),
    article: (id, asOf) => articles.article(database, id, asOf),
    events: (asOf) => articles.events(database, asOf),
    articlePlaces: (asOf) => articlePlaces(database, asOf),
    articlesOf: (ids, asOf) => articlesOf(database, ids, asOf),
    eventsOf: (ids, asOf) => eventsOf(database, ids, asOf),
    addJudgement: (judgement) => addJudgement(database, judgement),
    judgements: (asOf) => judgements(database, asOf),
    retract: (retraction) => retract(database, retraction),
    retractions: (asOf) => retractions(database, asOf),
    recordMoves: (moves, recipe, recordedOn, ended) =>
      recordMoves(database, moves, recipe, recordedOn, ended),
    standingMoves: () => standingMoves(database),
    unlinked: (madeWith) => unlinked(database, madeWith),
    noteLinked: (note) => noteLinked(database, note),
    moveVersions: (asOf, id) => moveVersions(database, asOf, id),
    captures: (asOf) => captures(database, asOf),
    captureBytes: (sha256) => captureBytes(database, sha256),
    importRows: (order) => importRows(database, order),
    importEvents: (order) => importEventFiles(database, order),
    eventPairMonths: (a, b, asOf) => eventPairMonths(database, a, b, asOf),
    eventWorldMonths: (asOf) => eventWorldMonths(database, asOf),
    eventTopMovers: (question) => eventTopMovers(database, question),
    eventRows: (question) => eventRows(database, question),
    eventSectorMonths: (question) => eventSectorMonths(database, question),
    eventSpans: (asOf) => eventSpans(database, asOf),
    eventsChangedFrom: (since, asOf) => eventsChangedFrom(database, since, asOf),
    eventMentions: (question) => eventMentions(database, question),
    rebuildEvents: () => rebuildEvents(database),
    eventHealth: () => eventHealth(database),
    imports: (asOf) => imports(database, asOf),
    rejects: (importId) => rejects(database, importId),
    origin: (dataset, row) => factOrigin(database, dataset, row),
    revision: () => revision(database),
    health: () => ledgerHealth(database),
    verify: (question) => verifyAndNote(database, question),
    backup: (folder) => backupLedger(database, folder),
    exportTable: (dataset, asOf, format, file, note) =>
      exportDataset(database, dataset, asOf, format, file, note),
    close: () => database.close(),
  };
}

export interface VerifyQuestion {
  /** A head that was noted earlier: the ledger must still hold it. */
  readonly expect?: string;
  /** The day of the check. */
  readonly on?: Day;
}

async function verifyAndNote(
  database: Database,
  {expect, on}: VerifyQuestion = {},
): Promise<Verification> {
  const verification = await verifyLedger(database, expect);
  if (on !== undefined) noteVerified(database.path, on, verification);
  return verification;
}

/** Opens a ledger of this version; one of the first layout is brought forward when it may be written. */
async function openForward(path: string, readOnly: boolean): Promise<Database> {
  const database = await openDatabase(path, readOnly);
  let version: string | undefined;
  try {
    version = (await readMeta(database)).get("schema_version");
    if (version === firstVersion && !readOnly) await database.checkpoint();
  } catch (error) {
    await database.close();
    if (error instanceof StoreError) throw error;
    throw noLedger(path, error);
  }
  if (version === String(schemaVersion)) return database;
  await database.close();
  if (version !== firstVersion) throw otherVersion(path, version);
  if (readOnly) throw new OlderLedger(path);
  await migrateLedger(path);
  return openDatabase(path, readOnly);
}

/** A ledger of the first layout, opened for reading only: it must be brought forward before. */
export class OlderLedger extends StoreError {
  constructor(path: string) {
    super(`the ledger ${path} is of version ${firstVersion}, and this is ${schemaVersion}`, {
      status: 503,
      exitCode: exitLedger,
      whatToDo:
        "Run `demarche init` once: it brings the ledger forward and keeps all that is in it.",
    });
    this.name = "OlderLedger";
  }
}

function otherVersion(path: string, found: string | undefined): StoreError {
  return new StoreError(`the ledger ${path} is of version ${found}, and this is ${schemaVersion}`, {
    status: 503,
    exitCode: exitLedger,
    whatToDo: "Open it with the Demarche that made it, or make a new one: `demarche init --force`.",
  });
}

function noLedger(path: string, cause: unknown): StoreError {
  return new StoreError(`${path} is a database, but no ledger of Demarche`, {
    status: 503,
    exitCode: exitLedger,
    whatToDo: "Name another file with --ledger, or make a ledger with `demarche init`.",
    cause,
  });
}
