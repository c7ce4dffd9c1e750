import type {EventPublisher} from "../../sources/index.ts";
import {
  type Day,
  type EventSectors,
  firstDayOf,
  lastDayOf,
  type Sector,
  type SectorMonth,
  type StateCode,
} from "../../world/index.ts";
import type {Database} from "../database.ts";
import {sqlText} from "../sql-text.ts";
import {hasEventTables} from "./event-manifest.ts";
import {standingRows} from "./standing-rows.ts";

/** Which months are asked for, and between whom; margins are of all states. */
export interface SectorMonthsQuestion {
  readonly asOf: Day;
  readonly publisher: EventPublisher;
  /** Years of the events, both included. */
  readonly fromYear: number;
  readonly toYear: number;
  readonly states: readonly StateCode[];
  readonly partners: readonly StateCode[];
  readonly sectors: EventSectors;
}

/** What is neither economic nor military by its code is diplomacy. */
function sectorSql(sectors: EventSectors): string {
  const byLength = [...sectors].sort((a, b) => b.code.length - a.code.length);
  const cases = byLength.map(
    ({scheme, code, sector}) =>
      `WHEN scheme = ${sqlText(scheme)} AND starts_with(code, ${sqlText(code)}) THEN ${sqlText(sector)}`,
  );
  return cases.length === 0 ? "'diplomacy'" : `CASE ${cases.join(" ")} ELSE 'diplomacy' END`;
}

/**
 * Counts of events between two states by month and sector, with their margins, as known on a day; the sector is looked up
 * for each code once, not for each row.
 */
export async function eventSectorMonths(
  database: Database,
  {asOf, publisher, fromYear, toYear, states, partners, sectors}: SectorMonthsQuestion,
): Promise<readonly SectorMonth[]> {
  const rows = await standingRows(database, {
    table: "events",
    asOf,
    publisher,
    from: firstDayOf(fromYear),
    to: lastDayOf(toYear),
  });
  if (rows === null) return [];
  const columns = await database.columns(
    `WITH counted AS (
        SELECT month_number, scheme, code, source, target, quad <= 2 AS friendly, count(*) AS events FROM ${rows}
        WHERE source <> target AND quad IS NOT NULL GROUP BY ALL),
      placed AS (SELECT scheme, code, ${sectorSql(sectors)} AS sector FROM (SELECT DISTINCT scheme, code FROM counted)),
      event AS (SELECT month_number, sector, source, target, CASE WHEN friendly THEN events ELSE 0 END AS cooperation,
          CASE WHEN friendly THEN 0 ELSE events END AS conflict FROM counted JOIN placed USING (scheme, code))
      SELECT month_number, sector, coalesce(source, ''), coalesce(target, ''),
        CAST(sum(cooperation) AS DOUBLE), CAST(sum(conflict) AS DOUBLE)
      FROM event GROUP BY GROUPING SETS ((month_number, sector, source, target), (month_number, sector, source),
        (month_number, sector, target), (month_number, sector))
      HAVING source IS NULL OR target IS NULL
        OR (list_contains($states, source) AND list_contains($partners, target))
        OR (list_contains($partners, source) AND list_contains($states, target))
      ORDER BY month_number, sector, source, target`,
    {states, partners},
  );
  const [month = [], sector = [], source = [], target = [], cooperation = [], conflict = []] =
    columns;
  return month.map((at, row) => ({
    month: at as number,
    sector: sector[row] as Sector,
    source: source[row] as string,
    target: target[row] as string,
    cooperation: cooperation[row] as number,
    conflict: conflict[row] as number,
  }));
}

/** What the event files of a publisher hold, and since when. */
export interface EventSpan {
  readonly publisher: EventPublisher;
  /** year · 12 + month − 1, of the first and the last event. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly newestImport: number;
}

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const eventSectorMonthsStatements = {
  spans: `SELECT publisher, min(month_number), max(month_number), max(import_entry)
    FROM event_file WHERE event_table = 'events' AND recorded_on <= CAST($asOf AS DATE) GROUP BY publisher ORDER BY publisher`,
  changed: `SELECT min(month_number) // 12, (SELECT CAST(count(*) AS DOUBLE) FROM event_superseded
      WHERE publisher = $publisher AND by_import > $since AND recorded_on <= CAST($asOf AS DATE))
    FROM event_file WHERE event_table = 'events' AND publisher = $publisher AND import_entry > $since
      AND recorded_on <= CAST($asOf AS DATE)`,
} as const;

/** Publishers of the imported event files, as known on a day. */
export async function eventSpans(database: Database, asOf: Day): Promise<readonly EventSpan[]> {
  if (!(await hasEventTables(database))) return [];
  const rows = await database.rows(eventSectorMonthsStatements.spans, {asOf});
  return rows.map(([publisher, firstMonth, lastMonth, newestImport]) => ({
    publisher: publisher as EventPublisher,
    firstMonth: Number(firstMonth),
    lastMonth: Number(lastMonth),
    newestImport: Number(newestImport),
  }));
}

/** The first year whose counts imports after `since` may have changed; null where none did, 0 where any may. */
export async function eventsChangedFrom(
  database: Database,
  {publisher, newestImport: since}: Pick<EventSpan, "publisher" | "newestImport">,
  asOf: Day,
): Promise<number | null> {
  if (!(await hasEventTables(database))) return null;
  const [[year = null, superseded = 0] = []] = await database.rows(
    eventSectorMonthsStatements.changed,
    {publisher, since, asOf},
  );
  if (superseded !== 0) return 0;
  return year === null ? null : Number(year);
}
