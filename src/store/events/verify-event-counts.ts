import type {Database, Session} from "../database.ts";
import {recountEvents} from "./rebuild-events.ts";
import {pairMonthsSql, worldMonthsSql} from "./rollup-sql.ts";

const noneSuperseded = `SELECT CAST(NULL AS VARCHAR) AS publisher, CAST(NULL AS VARCHAR) AS event_id,
  CAST(NULL AS INTEGER) AS import_entry, CAST(NULL AS INTEGER) AS by_import, CAST(NULL AS DATE) AS recorded_on WHERE false`;

const keys = {
  pair: "publisher, month_number, source, target, quad, recorded_on",
  world: "publisher, month_number, quad, recorded_on",
} as const;
const sums = ["events", "goldstein_milli", "articles"] as const;

/** What imports of one day kept apart stands together. */
function keptSql(table: string, key: string, counts: readonly string[]): string {
  const summed = counts.map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`);
  const some = counts.map((name) => `sum(${name}) <> 0`);
  return `SELECT ${key}, ${summed.join(", ")} FROM ${table} GROUP BY ${key} HAVING ${some.join(" OR ")}`;
}

/**
 * Holds what the ledger keeps of the event files, which versions were superseded and the counts by month, against a
 * recount of the files. @returns one line about the first that differs, or null.
 */
export async function verifyEventCounts(database: Database): Promise<string | null> {
  const recount = await recountEvents(database, "recounted_superseded");
  if (recount === null) return null;
  return database.session(async (session) => {
    await session.run(
      `CREATE TEMP TABLE recounted_superseded AS ${recount.superseded ?? noneSuperseded}`,
    );
    const gone = await difference(
      session,
      "SELECT publisher, event_id, import_entry, by_import, recorded_on FROM recounted_superseded",
      "SELECT publisher, event_id, import_entry, by_import, recorded_on FROM event_superseded",
      "publisher || ' event ' || event_id",
    );
    if (gone !== null)
      return `what the ledger says of superseded versions of ${gone} is not what the event files say`;
    await session.run(`CREATE TEMP TABLE recounted AS ${recount.counted.join(" UNION ALL ")}`);
    const month = "printf('%04d-%02d', month_number // 12, month_number % 12 + 1)";
    const pair = await difference(
      session,
      `SELECT ${keys.pair}, ${sums.join(", ")} FROM (${pairMonthsSql("recounted")})`,
      keptSql("event_pair_month", keys.pair, sums),
      `publisher || ' ' || source || ' to ' || target || ' in ' || ${month}`,
    );
    if (pair !== null) return `the counts of ${pair} are not those of the event files`;
    const worldSums = ["events", "between_states", "goldstein_milli", "articles"];
    const world = await difference(
      session,
      `SELECT ${keys.world}, ${worldSums.join(", ")} FROM (${worldMonthsSql("recounted")})`,
      keptSql("event_world_month", keys.world, worldSums),
      `publisher || ' of the world in ' || ${month}`,
    );
    return world === null ? null : `the counts of ${world} are not those of the event files`;
  });
}

/** The name of the first row that only one of two selects gives. */
async function difference(
  session: Session,
  recounted: string,
  kept: string,
  name: string,
): Promise<string | null> {
  const [found] = await session.rows(
    `SELECT min(${name}) FROM (((${recounted}) EXCEPT ALL (${kept})) UNION ALL ((${kept}) EXCEPT ALL (${recounted})))`,
  );
  return found?.[0] == null ? null : String(found[0]);
}
