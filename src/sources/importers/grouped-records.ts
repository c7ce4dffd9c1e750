import {InputError} from "../input-error.ts";
import {clipRaw} from "./file-lines.ts";
import type {ImportFile, RejectedRow, StateCodes} from "./importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";
import {openTable, type TableLayout} from "./table-rows.ts";

/** The largest list has 60,000 rows. All of a list is held in memory, so there is an end to it. */
const maxRecords = 1_000_000;

/** Records of a table gathered by what they are about, and what could not be read. */
export interface GroupedRecords<Layout extends TableLayout> {
  readonly layout: Layout;
  /** By the value of the group's column, in the order of first appearance. */
  readonly groups: ReadonlyMap<string, readonly TableRecord[]>;
  readonly rejects: readonly RejectedRow[];
}

/**
 * Reads a whole table whose subjects take several rows each: a party with a row for every name and address. Rows of one
 * subject need not follow one another. A row without a value in the column is a reject.
 *
 * @throws InputError as `openTable` does, and when the table is larger than any list.
 */
export async function groupRecords<Layout extends TableLayout & {readonly groupBy: string}>(
  file: ImportFile,
  layouts: readonly [Layout, ...Layout[]],
  codes: StateCodes,
): Promise<GroupedRecords<Layout>> {
  const {layout, batches} = await openTable(file, layouts, codes);
  const groups = new Map<string, TableRecord[]>();
  const rejects: RejectedRow[] = [];
  let records = 0;
  for await (const batch of batches) {
    for (const one of batch) {
      if (one.kind === "reject") {
        rejects.push(one);
      } else {
        const id = one.text(layout.groupBy);
        const group = groups.get(id);
        if (id === "")
          rejects.push(rejectOf(one, new RecordFault(layout.groupBy, `no ${layout.groupBy}`)));
        else if (group === undefined) groups.set(id, [one]);
        else group.push(one);
      }
    }
    records += batch.length;
    if (records > maxRecords)
      throw new InputError(
        `${file.name} has more than ${maxRecords} rows, as no such list does`,
        "check that the file is what this importer reads (`demarche import --list`)",
      );
  }
  return {layout, groups, rejects};
}

/** What becomes of a record that its reader found unfit. */
export function rejectOf({line, raw}: TableRecord, fault: RecordFault): RejectedRow {
  return {kind: "reject", line, column: fault.column, why: fault.message, raw: clipRaw(raw)};
}
