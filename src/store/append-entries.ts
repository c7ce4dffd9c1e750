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
  return {
    next: () => newest + 1,
    append: async ({table, more, ...entry}) => {
      newest += 1;
      await writer.run(insertStatement(table), {...entry, ...more, entry: newest});
      const tables = tablesOf.get(entry.recordedOn) ?? new Set();
      tablesOf.set(entry.recordedOn, tables.add(table));
      return newest;
    },
    seal: async (more) => {
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

/** Grows with every entry: two equal revisions of one ledger answer alike. */
export async function revision(database: Database): Promise<number> {
  const [[last = 0] = []] = await database.rows(appendStatements.lastEntry);
  return Number(last);
}
