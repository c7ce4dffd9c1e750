import {createHash} from "node:crypto";
import type {Imported, ImporterCard, RejectedRow} from "../sources/index.ts";
import {type DatasetId, type Day, datasetTables} from "../world/index.ts";
import {entryAppender} from "./append-entries.ts";
import {type ChainedEntry, refusePast} from "./chain-entries.ts";
import type {Database, Session, Writer} from "./database.ts";
import {standing} from "./entries-known.ts";
import {makeDatasetTable} from "./ledger-tables.ts";
import {sealRows} from "./seal-rows.ts";
import {type DatasetReceipt, lastStatement, type Settlement, settleRows} from "./settle-rows.ts";
import {type Staged, stageRows} from "./stage-rows.ts";

/** A file to be taken in, with what an importer reads of it. */
export interface ImportOrder {
  readonly card: ImporterCard;
  /** Its name as the person gave it, without the folders. */
  readonly fileName: string;
  /** Of the bytes as given, lower-case hexadecimal. */
  readonly fileSha256: string;
  readonly recordedOn: Day;
  readonly rows: AsyncIterable<readonly Imported[]>;
  /** Takes a whole file though it lacks most of what stands. */
  readonly retractMost?: boolean;
}

/** What became of a file. */
export interface ImportReceipt {
  readonly id: string;
  readonly importer: {readonly id: string; readonly version: number};
  readonly fileName: string;
  readonly fileSha256: string;
  readonly recordedOn: Day;
  readonly licence: string;
  readonly citation: string;
  readonly datasets: Readonly<Partial<Record<DatasetId, DatasetReceipt>>>;
  readonly rejected: number;
  /** Rejects that are kept with their raw line. */
  readonly rejectsKept: number;
}

/** `again`: the file had been taken in before, as the receipt says, and nothing was added. */
export interface ImportDone {
  readonly receipt: ImportReceipt;
  readonly again: boolean;
}

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const importStatements = {
  sameImport: `SELECT content FROM import WHERE id = $id AND ${standing("import")} ORDER BY entry LIMIT 1`,
  addRejects: `INSERT INTO reject SELECT CAST($last + nth AS INTEGER), $importEntry, CAST($lines[nth] AS INTEGER),
    nullif($columns[nth], ''), $whys[nth], $raws[nth]
    FROM (SELECT CAST(unnest(range(1, len($whys) + 1)) AS INTEGER) AS nth)`,
} as const;

/** Names an import by what decides its rows: the importer with its version, and the bytes of the file. */
function importId({card, fileSha256}: ImportOrder): string {
  return createHash("sha256")
    .update(`${card.id}@${card.version}\n${fileSha256}`)
    .digest("hex")
    .slice(0, 16);
}

/**
 * Takes a file in: all of it in one transaction, or nothing. The same file by the same version of an importer is taken
 * in once, unless it was retracted since.
 * @throws StoreError when the ledger has entries of a later day, or the disk is full; whatever the reading throws.
 */
export async function importRows(database: Database, order: ImportOrder): Promise<ImportDone> {
  const id = importId(order);
  const {card, recordedOn} = order;
  return database.session((session) =>
    inLittleMemory(session, async () => {
      const [first] = await session.rows(importStatements.sameImport, {id});
      if (first !== undefined) return {receipt: JSON.parse(String(first[0])), again: true};
      await refusePast(session, recordedOn);
      const staged = await stageRows(session, card.datasets, order.rows);
      return session.write(async (writer) => {
        const [meanwhile] = await writer.rows(importStatements.sameImport, {id});
        if (meanwhile !== undefined)
          return {receipt: JSON.parse(String(meanwhile[0])), again: true};
        const appender = await entryAppender(writer);
        const importEntry = appender.next();
        const sealed: ChainedEntry[] = [];
        const datasets: Partial<Record<DatasetId, DatasetReceipt>> = {};
        for (const dataset of card.datasets) {
          await makeDatasetTable(writer, dataset);
          const settled = await settleRows(writer, {
            dataset,
            ...extentOf(card, dataset, staged),
            recordedOn,
            importEntry,
            retractMost: order.retractMost === true,
          });
          datasets[dataset] = settled.receipt;
          sealed.push(...settled.sealed);
        }
        sealed.push(...(await keepRejects(writer, importEntry, staged.rejects)));
        const receipt: ImportReceipt = {
          id,
          importer: {id: card.id, version: card.version},
          fileName: order.fileName,
          fileSha256: order.fileSha256,
          recordedOn,
          licence: card.licence,
          citation: card.citation,
          datasets,
          rejected: staged.rejected,
          rejectsKept: staged.rejects.length,
        };
        await appender.append({
          table: "import",
          id,
          validFrom: null,
          validTo: null,
          recordedOn,
          origin: order.fileName,
          madeBy: `${card.id}@${card.version}`,
          licence: card.licence,
          content: JSON.stringify(receipt),
          more: {fileSha256: order.fileSha256},
        });
        await appender.seal({day: recordedOn, entries: sealed});
        return {receipt, again: false};
      });
    }),
  );
}

/** What the database may take while a file comes in: it puts aside on disk what does not fit. */
const importMemory = "350MB";

async function inLittleMemory<Result>(
  session: Session,
  work: () => Promise<Result>,
): Promise<Result> {
  const [[before = ""] = []] = await session.rows("SELECT current_setting('memory_limit')");
  await session.run(`SET memory_limit = '${importMemory}'`);
  try {
    return await work();
  } finally {
    await session.run(`SET memory_limit = '${before}'`);
  }
}

/**
 * Which rows an import may supersede or retract. A file without a row of the dataset retracts nothing: it is more
 * likely another file than a world without trade. Nor does a file with lines that are no records: the row that seems
 * gone may stand in one of them. Nor one whose rows cannot be told from other importers'.
 */
function extentOf(
  {whole, scope}: ImporterCard,
  dataset: DatasetId,
  {counts, rejects}: Staged,
): Pick<Settlement, "whole" | "scope"> {
  const {columns} = datasetTables[dataset];
  const marks = Object.entries(scope).filter(([column]) => Object.hasOwn(columns, column));
  const marked = marks.length === Object.keys(scope).length;
  return {
    whole: whole && marked && isReadable(rejects) && (counts.get(dataset) ?? 0) > 0,
    scope: Object.fromEntries(marks),
  };
}

/** Whether every line was at least a record; a reject that names a column was one. */
const isReadable = (rejects: readonly RejectedRow[]) =>
  rejects.every(({column}) => column !== null);

/** Keeps what an import could not take in, in its transaction; what it gives is to be chained there. */
export async function keepRejects(
  writer: Writer,
  importEntry: number,
  rejects: readonly RejectedRow[],
): Promise<readonly ChainedEntry[]> {
  if (rejects.length === 0) return [];
  const [[before = 0] = []] = await writer.rows(lastStatement("reject", "at"));
  const last = Number(before);
  await writer.run(importStatements.addRejects, {
    last,
    importEntry,
    lines: rejects.map(({line}) => line),
    columns: rejects.map(({column}) => column ?? ""),
    whys: rejects.map(({why}) => why),
    raws: rejects.map(({raw}) => raw),
  });
  return sealRows(writer, "reject", last + 1, last + rejects.length);
}
