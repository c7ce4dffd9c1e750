import type {Day} from "../world/index.ts";
import {type ChainedEntry, chainEntries} from "./chain-entries.ts";
import type {Database, Values, Writer} from "./database.ts";
import {type EntryTable, entryTableColumns, entryTables} from "./ledger-tables.ts";
import {sealEntries} from "./seal-rows.ts";

/** Something to be kept in an entry table; `more` holds what that table alone has. */
export interface NewEntry {
  readonly table: EntryTable;
  readonly id: string;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly recordedOn: Day;
  readonly origin: string;
  readonly madeBy: string;
  readonly licence: string | null;
  readonly content: string;
  readonly more?: Values;
}

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const appendStatements = {
  lastEntry: `SELECT coalesce(max(entry), 0) FROM (${entryTables
    .map((table) => `SELECT max(entry) AS entry FROM ${table}`)
    .join(" UNION ALL ")})`,
} as const;

const camelCase = (name: string) =>
  name.replace(/_[a-z]/g, ([, letter = ""]) => letter.toUpperCase());

export function insertStatement(table: EntryTable): string {
  const columns = entryTableColumns(table).map((one) => one.split(" "));
  const values = columns.map(([name = "", type]) => {
    const value = `$${camelCase(name)}`;
    return type === "DATE" ? `CAST(${value} AS DATE)` : value;
  });
  return `INSERT INTO ${table} (${columns.map(([name]) => name).join(", ")}) VALUES (${values.join(", ")})`;
}

/** Tables of which nothing is read in the transaction that fills them: their entries go in together, one statement for many. */
const together = ["coded_event", "move_version"] as const satisfies readonly EntryTable[];
type Together = (typeof together)[number];
const isTogether = (table: EntryTable): table is Together => together.some((one) => one === table);

/** Inserts many entries, given column by column. */
export function insertManyStatement(table: Together): string {
  const columns = entryTableColumns(table).map((one) => one.split(" "));
  const values = columns.map(
    ([name = "", type]) => `CAST($${camelCase(name)}[nth] AS ${type}) AS ${name}`,
  );
  return `INSERT INTO ${table} BY NAME SELECT ${values.join(", ")}
    FROM (SELECT CAST(unnest(range(1, len($entry) + 1)) AS INTEGER) AS nth) ORDER BY nth`;
}

/** Numbers and keeps entries within a transaction; `seal` must end it. */
export interface EntryAppender {
  /** The number that the next entry will have. */
  next(): number;
  /** @returns the entry's number. */
  append(entry: NewEntry): Promise<number>;
  /** Chains all that was appended, with more that was kept in the same transaction. */
  seal(more?: {readonly day: Day; readonly entries: readonly ChainedEntry[]}): Promise<void>;
}

export async function entryAppender(writer: Writer): Promise<EntryAppender> {
  const [[last = 0] = []] = await writer.rows(appendStatements.lastEntry);
  const before = Number(last);
  let newest = before;
  const tablesOf = new Map<Day, Set<EntryTable>>();
  const waiting = new Map<Together, Values[]>(together.map((table) => [table, []]));
  const insertWaiting = async () => {
    for (const [table, rows] of waiting) {
      if (rows.length > 0) await writer.run(insertManyStatement(table), byColumn(table, rows));
      rows.length = 0;
    }
  };
  return {
    next: () => newest + 1,
    append: async ({table, more, ...entry}) => {
      newest += 1;
      const row = {...entry, ...more, entry: newest};
      if (isTogether(table)) waiting.get(table)?.push(row);
      else await writer.run(insertStatement(table), row);
      const tables = tablesOf.get(entry.recordedOn) ?? new Set();
      tablesOf.set(entry.recordedOn, tables.add(table));
      return newest;
    },
    seal: async (more) => {
      await insertWaiting();
      const days = [...new Set([...tablesOf.keys(), ...(more === undefined ? [] : [more.day])])];
      for (const day of days.sort()) {
        const sealed: ChainedEntry[] = [];
        for (const table of entryTables)
          if (tablesOf.get(day)?.has(table) === true)
            sealed.push(...(await sealEntries(writer, table, before + 1, day)));
        if (more?.day === day) sealed.push(...more.entries);
        await chainEntries(writer, day, sealed);
      }
    },
  };
}

/** The same values as lists, one for each column: of numbers as they are, of anything else as text. */
function byColumn(table: Together, rows: readonly Values[]): Values {
  return Object.fromEntries(
    entryTableColumns(table).map((column): [string, readonly (string | null)[]] => {
      const name = camelCase(column.split(" ")[0] ?? "");
      return [name, rows.map((row) => (row[name] == null ? null : String(row[name])))];
    }),
  );
}

/** Grows with every entry: two equal revisions of one ledger answer alike. */
export async function revision(database: Database): Promise<number> {
  const [[last = 0] = []] = await database.rows(appendStatements.lastEntry);
  return Number(last);
}
