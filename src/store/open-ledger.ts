import {existsSync} from "node:fs";
import type {
  Article,
  Capture,
  CodedEvent,
  DatasetId,
  Day,
  FactBook,
  Reference,
  Watch,
} from "../world/index.ts";
import {openDatabase} from "./database.ts";
import * as entries from "./entries.ts";
import {type ExportFormat, exportDataset} from "./export-dataset.ts";
import type {Judgement} from "./judgement.ts";
import {type LedgerHealth, ledgerHealth} from "./ledger-health.ts";
import {readMeta, schemaVersion} from "./ledger-tables.ts";
import {readFacts} from "./read-facts.ts";
import {type RowsFound, type RowsQuestion, readRows} from "./read-rows.ts";
import {exitLedger, StoreError} from "./store-error.ts";

/** The ledger: append-only, and every read is as of a day. */
export interface Ledger {
  /** All that the thinking rooms may know for a watch. */
  readFacts(watch: Watch, reference: Reference, asOf: Day): Promise<FactBook>;
  /** The rows behind a cell. */
  rows(question: RowsQuestion): Promise<RowsFound>;
  addArticle(capture: Capture, article: Article, events: readonly CodedEvent[]): Promise<void>;
  articles(asOf: Day): Promise<readonly Article[]>;
  article(id: string, asOf: Day): Promise<Article | null>;
  events(asOf: Day): Promise<readonly CodedEvent[]>;
  addJudgement(judgement: Judgement): Promise<void>;
  judgements(asOf: Day): Promise<readonly Judgement[]>;
  /** Grows with every entry: two equal revisions answer alike. */
  revision(): Promise<number>;
  health(): Promise<LedgerHealth>;
  exportTable(dataset: DatasetId, asOf: Day, format: ExportFormat, path: string): Promise<void>;
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
  const database = await openDatabase(path, readOnly);
  try {
    checkVersion(path, await readMeta(database));
  } catch (error) {
    await database.close();
    if (error instanceof StoreError) throw error;
    throw noLedger(path, error);
  }
  return {
    readFacts: (watch, reference, asOf) => readFacts(database, watch, reference, asOf),
    rows: (question) => readRows(database, question),
    addArticle: (capture, article, events) =>
      entries.addArticle(database, capture, article, events),
    articles: (asOf) => entries.articles(database, asOf),
    article: (id, asOf) => entries.article(database, id, asOf),
    events: (asOf) => entries.events(database, asOf),
    addJudgement: (judgement) => entries.addJudgement(database, judgement),
    judgements: (asOf) => entries.judgements(database, asOf),
    revision: () => entries.revision(database),
    health: () => ledgerHealth(database),
    exportTable: (dataset, asOf, format, file) =>
      exportDataset(database, dataset, asOf, format, file),
    close: () => database.close(),
  };
}

function checkVersion(path: string, meta: ReadonlyMap<string, string>): void {
  const found = meta.get("schema_version");
  if (found === String(schemaVersion)) return;
  throw new StoreError(`the ledger ${path} is of version ${found}, and this is ${schemaVersion}`, {
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
