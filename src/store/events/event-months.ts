import type {Day, StateCode} from "../../world/index.ts";
import type {Database} from "../database.ts";
import {hasEventTables} from "./event-manifest.ts";

/** What was reported in a month, by one publisher: publishers count the same world and are not to be added up. */
interface MonthCount {
  readonly publisher: string;
  /** "YYYY-MM". */
  readonly month: string;
  /** Verbal co-operation, material co-operation, verbal conflict, material conflict; null where the publisher has no quad class. */
  readonly quad: 1 | 2 | 3 | 4 | null;
  readonly events: number;
  /** Sum of Goldstein's scale over the events; divide by `events` for the mean. */
  readonly goldsteinSum: number;
  readonly articles: number;
}

export interface PairMonth extends MonthCount {
  readonly source: StateCode;
  readonly target: StateCode;
}

export interface WorldMonth extends MonthCount {
  /** Those of the events that lie between two states. */
  readonly betweenStates: number;
}

const month = "printf('%04d-%02d', month_number // 12, month_number % 12 + 1)";
const sums = `CAST(sum(events) AS DOUBLE), CAST(sum(goldstein_milli) AS DOUBLE) / 1000,
  CAST(sum(articles) AS DOUBLE)`;
const known = "recorded_on <= CAST($asOf AS DATE)";

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const eventMonthsStatements = {
  pair: `SELECT publisher, ${month}, quad, ${sums}, source, target FROM event_pair_month
    WHERE source IN ($a, $b) AND target IN ($a, $b) AND ${known}
    GROUP BY publisher, month_number, source, target, quad HAVING sum(events) <> 0
    ORDER BY publisher, month_number, source, target, quad`,
  world: `SELECT publisher, ${month}, quad, ${sums}, CAST(sum(between_states) AS DOUBLE) FROM event_world_month
    WHERE ${known} GROUP BY publisher, month_number, quad HAVING sum(events) <> 0
    ORDER BY publisher, month_number, quad`,
} as const;

/** Months of what two states did to one another, in both directions, as known on a day. */
export async function eventPairMonths(
  database: Database,
  a: StateCode,
  b: StateCode,
  asOf: Day,
): Promise<readonly PairMonth[]> {
  if (!(await hasEventTables(database))) return [];
  const rows = await database.rows(eventMonthsStatements.pair, {a, b, asOf});
  return rows.map(([publisher, month, quad, events, goldsteinSum, articles, source, target]) => ({
    publisher: String(publisher),
    month: String(month),
    source: String(source) as StateCode,
    target: String(target) as StateCode,
    quad: quad as MonthCount["quad"],
    events: Number(events),
    goldsteinSum: Number(goldsteinSum),
    articles: Number(articles),
  }));
}

/** Months of all that was reported of the world, as known on a day: the offset of every rate. */
export async function eventWorldMonths(
  database: Database,
  asOf: Day,
): Promise<readonly WorldMonth[]> {
  if (!(await hasEventTables(database))) return [];
  const rows = await database.rows(eventMonthsStatements.world, {asOf});
  return rows.map(([publisher, month, quad, events, goldsteinSum, articles, betweenStates]) => ({
    publisher: String(publisher),
    month: String(month),
    quad: quad as MonthCount["quad"],
    events: Number(events),
    betweenStates: Number(betweenStates),
    goldsteinSum: Number(goldsteinSum),
    articles: Number(articles),
  }));
}
