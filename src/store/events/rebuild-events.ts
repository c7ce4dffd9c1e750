import {join} from "node:path";
import type {Database} from "../database.ts";
import {sqlFiles} from "../sql-text.ts";
import {eventFolder} from "./event-folder.ts";
import {hasEventTables} from "./event-manifest.ts";
import {countedSql, pairMonthsSql, rollupColumns, worldMonthsSql} from "./rollup-sql.ts";

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const rebuildStatements = {
  months: `SELECT month_number, CAST(sum(row_count) AS DOUBLE) FROM event_file WHERE event_table = 'events'
    GROUP BY month_number ORDER BY month_number`,
  files: `SELECT file FROM event_file WHERE event_table = 'events' AND month_number BETWEEN $first AND $last
    ORDER BY import_entry, file`,
  /** Files that may hold a number of an event that another import brought too. */
  filesThatMeet: `SELECT DISTINCT a.file FROM event_file a JOIN event_file b ON a.publisher = b.publisher
      AND a.event_table = b.event_table AND a.import_entry <> b.import_entry
      AND a.first_id <= b.last_id AND b.first_id <= a.last_id
    WHERE a.event_table = 'events' AND a.month_number BETWEEN $first AND $last ORDER BY a.file`,
  forget: ["event_superseded", "event_pair_month", "event_world_month"].map(
    (table) => `DELETE FROM ${table}`,
  ),
} as const;

/**
 * Rows that are counted at once, whole months of them: their counts (a third as many) are sorted in memory. All of
 * fifty million at once are written to disk twice over. As many as a large publisher has in a year.
 */
const usualRowsAtOnce = 5_000_000;

/** Months from the first to the last, both counted in. */
interface MonthSpan {
  readonly first: number;
  readonly last: number;
}

/** Selects that work out, from the files alone, what the ledger keeps of them. */
export interface Recount {
  /** The rows of the table of superseded versions; null where no two imports brought the same number. */
  readonly superseded: string | null;
  /** Spans of months, one after another, with the counts that those of pairs and of the world are taken from: see `countedSql`. */
  readonly counted: readonly string[];
}

/** How the counts are worked out from the files; `supersededTable` holds, or will hold, what `superseded` gives. */
export async function recountEvents(
  database: Database,
  supersededTable: string,
  rowsAtOnce = usualRowsAtOnce,
): Promise<Recount | null> {
  if (!(await hasEventTables(database))) return null;
  const spans = spansOf(
    (await database.rows(rebuildStatements.months)).map(([month, rows]) => [
      Number(month),
      Number(rows),
    ]),
    rowsAtOnce,
  );
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const meeting = await rowsIn(database, rebuildStatements.filesThatMeet, {
    first: first.first,
    last: last.last,
  });
  const counted: string[] = [];
  for (const span of spans) counted.push(await countedIn(database, span, supersededTable));
  return {superseded: meeting === null ? null : supersededSql(meeting), counted};
}

/** Months with their numbers of rows, in order, as spans of at most `rowsAtOnce`, or of one month. */
function spansOf(
  months: readonly (readonly [number, number])[],
  rowsAtOnce: number,
): readonly MonthSpan[] {
  const spans: MonthSpan[] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const [month, rows] of months) {
    const open = held + rows > rowsAtOnce ? undefined : spans.pop();
    spans.push({first: open?.first ?? month, last: month});
    held = open === undefined ? rows : held + rows;
  }
  return spans;
}

/** The rows of files as a relation; null where the statement names none. */
async function rowsIn(
  database: Database,
  statement: string,
  {first, last}: MonthSpan,
): Promise<string | null> {
  const named = await database.rows(statement, {first, last});
  const paths = named.map(([file]) => join(eventFolder(database.path), String(file)));
  return paths.length === 0
    ? null
    : `read_parquet(${sqlFiles(paths)}, hive_partitioning=true, hive_types={'dataset': VARCHAR})`;
}

async function countedIn(
  database: Database,
  span: MonthSpan,
  supersededTable: string,
): Promise<string> {
  const all = await rowsIn(database, rebuildStatements.files, span);
  const meeting = await rowsIn(database, rebuildStatements.filesThatMeet, span);
  const list = rollupColumns.join(", ");
  const gone =
    meeting === null
      ? ""
      : `UNION ALL SELECT e.dataset, gone.recorded_on, ${rollupColumns.map((name) => `e.${name}`).join(", ")}, -1
          FROM ${meeting} e JOIN ${supersededTable} gone ON gone.publisher = e.dataset AND gone.event_id = e.event_id
            AND gone.import_entry = e.import_entry`;
  return countedSql(
    `(SELECT dataset AS publisher, recorded_on, ${list}, 1 AS sign FROM ${all} ${gone})`,
  );
}

/**
 * Works out again, from the files alone, which versions were superseded when, and the counts by month. What comes out is
 * what the imports had kept, row for row in sum.
 */
export async function rebuildEvents(database: Database, rowsAtOnce?: number): Promise<void> {
  const recount = await recountEvents(database, "event_superseded", rowsAtOnce);
  if (recount === null) return;
  await database.write(async (writer) => {
    for (const statement of rebuildStatements.forget) await writer.run(statement);
    const {superseded, counted} = recount;
    if (superseded !== null) await writer.run(`INSERT INTO event_superseded BY NAME ${superseded}`);
    for (const span of counted) {
      await writer.run(`CREATE OR REPLACE TEMP TABLE counted AS ${span}`);
      await writer.run(`INSERT INTO event_pair_month BY NAME ${pairMonthsSql("counted")}`);
      await writer.run(`INSERT INTO event_world_month BY NAME ${worldMonthsSql("counted")}`);
    }
    await writer.run("DROP TABLE counted");
  });
}

/** Of the versions of an event each gives way to the next; numbers that came once are out of the way first. */
function supersededSql(rows: string): string {
  return `SELECT publisher, event_id, import_entry, by_import, recorded_on FROM (
      SELECT dataset AS publisher, event_id, import_entry,
        lead(import_entry) OVER version AS by_import, lead(recorded_on) OVER version AS recorded_on
      FROM ${rows} WHERE (dataset, event_id) IN (
        SELECT (dataset, event_id) FROM ${rows} GROUP BY dataset, event_id HAVING count(*) > 1)
      WINDOW version AS (PARTITION BY dataset, event_id ORDER BY import_entry))
    WHERE by_import IS NOT NULL ORDER BY publisher, event_id, import_entry`;
}
