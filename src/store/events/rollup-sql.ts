/** What a row gives to the counts by month. */
export const rollupColumns = [
  "month_number",
  "source",
  "target",
  "quad",
  "goldstein",
  "articles",
] as const;

const sums = `CAST(sum(sign) AS INTEGER) AS events,
  CAST(sum(sign * coalesce(CAST(round(goldstein * 1000) AS BIGINT), 0)) AS BIGINT) AS goldstein_milli,
  CAST(sum(sign * coalesce(articles, 0)) AS BIGINT) AS articles`;

/**
 * Counts by month, quad class, source and target, as they change on a day: what the counts of pairs and of the world are
 * taken from, so that the rows are read once. `signed` has the publisher, the day, `rollupColumns`, and `sign`: 1 for a
 * version that came to stand, -1 for one that no longer does.
 */
export function countedSql(signed: string): string {
  return `SELECT publisher, month_number, source, target, quad, recorded_on, ${sums} FROM ${signed}
    GROUP BY publisher, month_number, source, target, quad, recorded_on`;
}

/** Counts of directed pairs of two states by month and quad class, from a relation of `countedSql`. */
export function pairMonthsSql(counted: string): string {
  return `SELECT * FROM ${counted} WHERE source IS NOT NULL AND target IS NOT NULL AND source <> target
      AND (events <> 0 OR goldstein_milli <> 0 OR articles <> 0)
    ORDER BY publisher, source, target, month_number, quad, recorded_on`;
}

/**
 * Counts of all events of the world by month and quad class, and how many of them lie between two states, from a relation
 * of `countedSql`.
 */
export function worldMonthsSql(counted: string): string {
  return `SELECT * FROM (SELECT publisher, month_number, quad, recorded_on, CAST(sum(events) AS INTEGER) AS events,
        CAST(sum(CASE WHEN source <> target THEN events ELSE 0 END) AS INTEGER) AS between_states,
        CAST(sum(goldstein_milli) AS BIGINT) AS goldstein_milli, CAST(sum(articles) AS BIGINT) AS articles
      FROM ${counted} GROUP BY publisher, month_number, quad, recorded_on)
    WHERE events <> 0 OR between_states <> 0 OR goldstein_milli <> 0 OR articles <> 0
    ORDER BY publisher, month_number, quad, recorded_on`;
}
