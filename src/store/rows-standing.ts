import type {DatasetId} from "../world/index.ts";

/**
 * A row of a dataset counts on a day when it was recorded by then, and by then nothing had taken its place or taken it
 * back. With an import that is retracted go its rows, and what it did to others is undone: what it superseded or retracted
 * stands again. `alias` is the table's name in the statement, where it has another.
 */
export function rowKnown(dataset: DatasetId, alias = `"${dataset}"`): string {
  const byThen = (column: string) => ` AND ${column} <= CAST($asOf AS DATE)`;
  return `${alias}.recorded_on <= CAST($asOf AS DATE) AND ${stands(dataset, alias, byThen)}`;
}

/** A row that counts, whatever the day. */
export function rowStands(dataset: DatasetId): string {
  return stands(dataset, `"${dataset}"`, () => "");
}

function stands(dataset: DatasetId, alias: string, when: (column: string) => string): string {
  const takenBack = importsTakenBack(when("r.recorded_on"));
  return `${alias}."row" NOT IN (SELECT fact_row FROM withdrawal
      WHERE dataset = '${dataset}'${when("withdrawn_on")} AND by_entry NOT IN (${takenBack}))
    AND ${alias}."row" NOT IN (SELECT fact_row FROM fact_origin
      WHERE dataset = '${dataset}' AND import_entry IN (${takenBack}))`;
}

/** Entries of imports that are retracted; the same file taken in again is another entry. */
export function importsTakenBack(when = ""): string {
  return `SELECT i.entry FROM import i JOIN retraction r
    ON r.of_kind = 'import' AND r.of_id = i.id AND r.entry > i.entry${when}`;
}
