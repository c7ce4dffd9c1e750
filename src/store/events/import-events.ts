import {createHash} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {
  type AnyEventImporter,
  type ImportFile,
  type RejectedRow,
  stateCodesOf,
} from "../../sources/index.ts";
import type {Day} from "../../world/index.ts";
import {entryAppender, revision} from "../append-entries.ts";
import {type ChainedEntry, refusePast} from "../chain-entries.ts";
import {type Database, openDatabase, type Writer} from "../database.ts";
import {type ImportReceipt, keepRejects} from "../import-rows.ts";
import {makeFolder} from "../make-folder.ts";
import {sqlFile} from "../sql-text.ts";
import {tellStoreError} from "../store-error.ts";
import {codeTypesSql, type EventCodeTables} from "./bulk-sql.ts";
import {eventTables} from "./event-columns.ts";
import {eventFile, eventFolder, placeFile, removeWork, workFolder} from "./event-folder.ts";
import {makeEventTables} from "./event-ledger-tables.ts";
import {writeManifest} from "./event-manifest.ts";
import {nothingSettled, type Settled, settleEvents} from "./settle-events.ts";
import {stageBulk} from "./stage-bulk.ts";
import {stageRead} from "./stage-read.ts";
import type {Staging} from "./staging.ts";
import {sweepEventFiles} from "./sweep-event-files.ts";

/** A file with the hash of its bytes as given. */
export interface EventFile extends ImportFile {
  readonly sha256: string;
}

/** Files of one publisher to be taken in together: one import. */
export interface EventOrder {
  readonly importer: AnyEventImporter;
  readonly files: readonly EventFile[];
  readonly recordedOn: Day;
  readonly codes: EventCodeTables;
  /** Only reads and counts; nothing is kept. */
  readonly isTrial?: boolean;
  readonly progress: (line: string) => void;
}

/** What became of the files. */
export interface EventReceipt extends ImportReceipt {
  readonly files: readonly {readonly name: string; readonly sha256: string}[];
  readonly events: {
    readonly table: "events" | "mentions";
    readonly publisher: string;
    readonly added: number;
    readonly superseded: number;
    readonly unchanged: number;
    /** Rows that a later row of the same files, with the same number, took the place of. */
    readonly collapsed: number;
  };
}

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const importEventsStatements = {
  sameImport: "SELECT content FROM import WHERE id = $id ORDER BY entry LIMIT 1",
  nameFile: `INSERT INTO event_file VALUES ($importEntry, $file, $table, $publisher, $monthNumber, $rowCount, $byteCount,
    $sha256, CAST($firstDay AS DATE), CAST($lastDay AS DATE), $firstId, $lastId, CAST($recordedOn AS DATE))`,
} as const;

/** Memory of the database that an import works in; with what Node holds, an import stays below 600 MB. */
const workMemory = "256MB";

/**
 * Takes in files of coded events: all of them, or nothing. They are staged, compared with what stands, written as Parquet
 * files, put in their places, and then one transaction names them; until then they are not there. The same files by the
 * same version of an importer are taken in once.
 *
 * @throws InputError when a file is none of the publisher's; StoreError when the ledger has entries of a later day, or the
 * disk is full.
 */
export function importEvents(database: Database, order: EventOrder): Promise<EventsTaken> {
  const taken = (turns.get(database) ?? Promise.resolve()).then(() =>
    importStaged(database, order, (staging) => stageFiles(staging, order)),
  );
  turns.set(
    database,
    taken.catch(() => null),
  );
  return taken;
}

/** Imports of events into one ledger wait for one another: they share its working folder. */
const turns = new WeakMap<Database, Promise<unknown>>();

export interface EventsTaken {
  readonly receipt: EventReceipt;
  /** True where these files had been taken in before: nothing was added, and the receipt is the first one's. */
  readonly again: boolean;
  /** The first of what could not be taken in. */
  readonly rejects: readonly RejectedRow[];
}

/** As `importEvents`, with rows that `stage` makes ready: the bench makes them up. */
export async function importStaged(
  database: Database,
  order: EventOrder,
  stage: (staging: Staging) => Promise<void>,
): Promise<EventsTaken> {
  const id = importId(order);
  const first = await receiptOf(database, id);
  if (first !== null && order.isTrial !== true) return {receipt: first, again: true, rejects: []};
  await database.write(async (writer) => {
    for (const statement of makeEventTables) await writer.run(statement);
    await refusePast(writer, order.recordedOn);
  });
  await sweepEventFiles(database);
  const folder = workFolder(database.path);
  try {
    makeFolder(folder);
    const scratch = await openDatabase(join(folder, "scratch.duckdb"), false, workMemory);
    const staging: Staging = {
      table: eventTables[order.importer.eventTable],
      scratch,
      folder,
      mark: {recordedOn: order.recordedOn, importEntry: (await revision(database)) + 1},
      parts: [],
      accepted: 0,
      rejected: 0,
      rejects: [],
    };
    let receipt: EventReceipt;
    try {
      await stage(staging);
      receipt =
        order.isTrial === true
          ? receiptFor(order, id, staging, {...nothingSettled, added: staging.accepted})
          : await keep(database, order, id, staging);
    } finally {
      await scratch.close();
    }
    if (order.isTrial !== true) await writeManifest(database);
    return {receipt, again: false, rejects: rejectsOf(staging, order.files)};
  } catch (error) {
    // The database's faults are told already, and those of a file are the importer's to tell.
    throw isOfSystem(error) ? tellStoreError(error, eventFolder(database.path)) : error;
  } finally {
    removeWork(database.path);
  }
}

const isOfSystem = (error: unknown) => typeof Reflect.get(Object(error), "code") === "string";

/** Names an import by what decides its rows: the importer with its version, and the bytes of the files. */
function importId({importer, files}: EventOrder): string {
  const hash = createHash("sha256").update(`${importer.id}@${importer.version}\n`);
  for (const {sha256} of files) hash.update(sha256);
  return hash.digest("hex").slice(0, 16);
}

async function receiptOf(database: Database, id: string): Promise<EventReceipt | null> {
  const [found] = await database.rows(importEventsStatements.sameImport, {id});
  return found === undefined ? null : (JSON.parse(String(found[0])) as EventReceipt);
}

async function stageFiles(
  staging: Staging,
  {importer, files, codes, progress}: EventOrder,
): Promise<void> {
  const isBulk = "layouts" in importer;
  if (isBulk) for (const statement of codeTypesSql(codes)) await staging.scratch.run(statement);
  const meanings = {states: stateCodesOf(codes.states), types: codes.types};
  for (const [at, file] of files.entries()) {
    if (isBulk) await stageBulk(staging, importer, file, at + 1, codes);
    else await stageRead(staging, importer, file, at + 1, meanings);
    progress(
      `${file.name}: ${staging.accepted.toLocaleString("en-GB")} rows read, ${staging.rejected.toLocaleString("en-GB")} rejected so far`,
    );
  }
}

function receiptFor(
  {importer, files, recordedOn}: Pick<EventOrder, "importer" | "files" | "recordedOn">,
  id: string,
  staging: Staging,
  settled: Settled,
): EventReceipt {
  const named = files.map(({name, sha256}) => ({name, sha256}));
  const [first] = named;
  const many = `${named.length} files, ${first?.name} to ${named.at(-1)?.name}`;
  return {
    id,
    importer: {id: importer.id, version: importer.version},
    fileName: named.length === 1 && first !== undefined ? first.name : many,
    fileSha256:
      named.length === 1 && first !== undefined
        ? first.sha256
        : createHash("sha256")
            .update(named.map(({sha256}) => sha256).join("\n"))
            .digest("hex"),
    recordedOn,
    licence: importer.licence,
    citation: importer.citation,
    datasets: {},
    rejected: staging.rejected,
    rejectsKept: staging.rejects.length,
    files: named,
    events: {
      table: importer.eventTable,
      publisher: importer.publisher,
      added: settled.added,
      superseded: settled.supersededCount,
      unchanged: settled.unchanged,
      collapsed: settled.collapsed,
    },
  };
}

/**
 * In one transaction: what is staged is compared with what stands, files are put in their places, and named with all that
 * goes with them. Where it fails, the files are taken away again; where the process dies, no one knows of them.
 */
async function keep(
  database: Database,
  {importer, recordedOn, files}: EventOrder,
  id: string,
  staging: Staging,
): Promise<EventReceipt> {
  const placed: string[] = [];
  try {
    return await database.write(async (writer) => {
      const appender = await entryAppender(writer);
      const importEntry = appender.next();
      const settled = await settleEvents(database, staging, importer.publisher, {
        recordedOn,
        importEntry,
      });
      const receipt = receiptFor({importer, recordedOn, files}, id, staging, settled);
      const sealed: ChainedEntry[] = [];
      for (const [at, {path, sha256, ...about}] of settled.files.entries()) {
        const file = eventFile(
          staging.table,
          importer.publisher,
          about.monthNumber,
          importEntry,
          at + 1,
        );
        placed.push(join(eventFolder(database.path), file));
        placeFile(path, join(eventFolder(database.path), file));
        await writer.run(importEventsStatements.nameFile, {
          ...about,
          file,
          sha256,
          importEntry,
          table: staging.table.name,
          publisher: importer.publisher,
          recordedOn,
        });
        sealed.push({kind: "event-file", id: file, sha256});
      }
      await fill(writer, "event_superseded", settled.superseded);
      await fill(writer, "event_pair_month", settled.pairMonths);
      await fill(writer, "event_world_month", settled.worldMonths);
      sealed.push(...(await keepRejects(writer, importEntry, rejectsOf(staging, files))));
      await appender.append({
        table: "import",
        id: receipt.id,
        validFrom: null,
        validTo: null,
        recordedOn,
        origin: receipt.fileName,
        madeBy: `${importer.id}@${importer.version}`,
        licence: importer.licence,
        content: JSON.stringify(receipt),
        more: {fileSha256: receipt.fileSha256},
      });
      await appender.seal({day: recordedOn, entries: sealed});
      return receipt;
    });
  } catch (error) {
    for (const file of placed) rmSync(file, {force: true});
    throw error;
  }
}

/** Rejects as they are kept, in the order of the files; where there are several files, each says in which it stood. */
function rejectsOf(staging: Staging, files: EventOrder["files"]): readonly RejectedRow[] {
  const inOrder = staging.rejects.toSorted((a, b) => a.file - b.file || a.line - b.line);
  return inOrder.map(({file, ...reject}) =>
    files.length === 1 ? reject : {...reject, why: `${files[file - 1]?.name}: ${reject.why}`},
  );
}

async function fill(writer: Writer, table: string, file: string | null): Promise<void> {
  if (file !== null)
    await writer.run(`INSERT INTO ${table} BY NAME SELECT * FROM read_parquet(${sqlFile(file)})`);
}
