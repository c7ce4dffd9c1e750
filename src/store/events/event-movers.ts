import {type Day, daysLater, type StateCode} from "../../world/index.ts";
import type {Database} from "../database.ts";
import {askedWrongly} from "../store-error.ts";
import {hasEventTables} from "./event-manifest.ts";
import {standingRows} from "./standing-rows.ts";

export interface MoversQuestion {
  readonly asOf: Day;
  /** Length of the recent span in days, 1 to 365; it ends on `asOf`. */
  readonly days: number;
  readonly limit: number;
}

/** A directed pair whose recent days stand out against the year before them. */
export interface Mover {
  readonly publisher: string;
  readonly source: StateCode;
  readonly target: StateCode;
  /** Events in the recent span, and in the 365 days before it. */
  readonly recent: number;
  readonly before: number;
  /** Events in the recent span had the pair kept its share of all that its publisher reported between states. */
  readonly expected: number;
  /** (recent + weight) / (expected + weight). */
  readonly ratio: number;
}

export interface Movers {
  readonly recent: {readonly from: Day; readonly to: Day};
  readonly before: {readonly from: Day; readonly to: Day};
  readonly movers: readonly Mover[];
}

/**
 * Events that are added to both sides of a ratio, so that one event where none was expected is no tenfold rise. With ten, a
 * pair must have about ten events more than expected to double; our choice.
 */
export const moverWeight = 10;

/**
 * Pairs of states whose last days stand out, up or down, against the year before, farthest first. What a publisher reports
 * grows and shrinks as a whole, so a pair is held against its share of all, not against its count.
 * @throws StoreError for a span that is none.
 */
export async function eventTopMovers(
  database: Database,
  {asOf, days, limit}: MoversQuestion,
): Promise<Movers> {
  if (!Number.isInteger(days) || days < 1 || days > 365)
    throw askedWrongly(`a span of ${days} days`, "Give a whole number of days from 1 to 365.");
  const recent = {from: daysLater(asOf, 1 - days), to: asOf};
  const before = {from: daysLater(recent.from, -365), to: daysLater(recent.from, -1)};
  const counted = await pairsCounted(database, asOf, before.from, recent);
  if (counted === null) return {recent, before, movers: []};
  const found = await database.rows(
    `WITH pair AS (
        SELECT dataset, source, target, sum(recent) AS recent, sum(total) AS total FROM (${counted})
        GROUP BY dataset, source, target HAVING sum(total) > 0),
      share AS (SELECT dataset, sum(recent) / greatest(sum(total - recent), 1) AS growth FROM pair GROUP BY dataset),
      held AS (SELECT dataset, source, target, recent, total - recent AS before, (total - recent) * growth AS expected
        FROM pair JOIN share USING (dataset) WHERE growth > 0)
      SELECT dataset, source, target, CAST(recent AS DOUBLE), CAST(before AS DOUBLE), CAST(expected AS DOUBLE),
        CAST((recent + $weight) / (expected + $weight) AS DOUBLE) AS ratio
      FROM held ORDER BY abs(ln(ratio)) DESC, dataset, source, target LIMIT CAST($limit AS INTEGER)`,
    {weight: moverWeight, limit},
  );
  return {
    recent,
    before,
    movers: found.map(([publisher, source, target, now, past, expected, ratio]) => ({
      publisher: String(publisher),
      source: String(source) as StateCode,
      target: String(target) as StateCode,
      recent: Number(now),
      before: Number(past),
      expected: Number(expected),
      ratio: Number(ratio),
    })),
  };
}

/**
 * Selects the events of each pair since a day, and those of the recent span among them: whole months from the counts that
 * the store keeps, the days around them from the rows, which are far fewer than those of a year.
 */
async function pairsCounted(
  database: Database,
  asOf: Day,
  since: Day,
  recent: Movers["recent"],
): Promise<string | null> {
  if (!(await hasEventTables(database))) return null;
  const firstWhole = monthOf(since) + (since.endsWith("-01") ? 0 : 1);
  const rest = monthOf(recent.from);
  const selects = [
    `SELECT publisher AS dataset, source, target, 0 AS recent, events AS total FROM event_pair_month
      WHERE month_number BETWEEN ${firstWhole} AND ${rest - 1} AND recorded_on <= DATE '${asOf}'`,
  ];
  const spans = [
    {from: since, to: daysLater(monthStart(firstWhole), -1)},
    {from: monthStart(rest), to: recent.to},
  ].filter(({from, to}) => from <= to);
  for (const span of spans) {
    const rows = await standingRows(database, {table: "events", asOf, ...span});
    if (rows !== null)
      selects.push(`SELECT dataset, source, target,
          count(*) FILTER (WHERE "day" >= DATE '${recent.from}') AS recent, count(*) AS total
        FROM ${rows} WHERE source IS NOT NULL AND target IS NOT NULL AND source <> target
        GROUP BY dataset, source, target`);
  }
  return selects.join(" UNION ALL ");
}

const monthOf = (of: Day) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7)) - 1;
const monthStart = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01` as Day;
