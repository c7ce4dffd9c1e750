import {eventFileFormat, fileRowsSql, nextPart, type Staging} from "../src/store/events/staging.ts";
import {sqlText} from "../src/store/sql-text.ts";

/** Rows that are made and staged at once. */
const partRows = 500_000;

/** Stages made-up event rows, numbered from 1, that a SELECT makes in the database, as an importer would. */
export async function stageMade(
  staging: Staging,
  count: number,
  madeRows: (first: number, rows: number) => string,
): Promise<void> {
  for (let first = 1; first <= count; first += partRows) {
    const rows = Math.min(partRows, count - first + 1);
    const path = nextPart(staging);
    await staging.scratch.run(
      `COPY (${fileRowsSql(staging, madeRows(first, rows))}) TO ${sqlText(path)} (${eventFileFormat})`,
    );
    staging.parts.push({path, monthNumber: null, rows});
    staging.accepted += rows;
  }
}
