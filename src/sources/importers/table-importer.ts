import type {DatasetId} from "../../world/index.ts";
import {clipRaw} from "./file-lines.ts";
import type {Imported, ImportedValue, Importer, ImporterCard} from "./importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";
import {openTable, type TableLayout} from "./table-rows.ts";

/** A row for one of the importer's datasets. */
export interface DatasetRow {
  readonly dataset: DatasetId;
  readonly values: Readonly<Record<string, ImportedValue>>;
}

/** What a file says before its first record. */
export interface TableStart {
  readonly name: string;
  readonly header: readonly string[];
  readonly preamble: readonly string[];
}

/** One layout of a publisher's table, and what its records say. */
export interface ImportLayout extends TableLayout {
  /**
   * Called once for each file, so that what must be remembered between records lives in the closure. It may refuse the
   * file with an `InputError` for what stands before the records. The reader it gives returns a record's rows, none where
   * the record says that nothing is known, and throws a `RecordFault` where the record is unfit.
   */
  readonly reader: (file: TableStart) => (record: TableRecord) => readonly DatasetRow[];
}

/** Rows that are handed on together: one line of a matrix makes two hundred, and memory must not grow with that. */
const mostAtOnce = 10_000;

/** An importer of a table of text, in any of the given layouts. */
export function tableImporter(
  card: ImporterCard,
  ...layouts: readonly [ImportLayout, ...ImportLayout[]]
): Importer {
  return {
    ...card,
    read: async function* (file, codes) {
      const {layout, header, preamble, batches} = await openTable(file, layouts, codes);
      const rowsOf = layout.reader({name: file.name, header, preamble});
      for await (const batch of batches) {
        let found: Imported[] = [];
        for (const one of batch) {
          if (one.kind === "reject") found.push(one);
          else takeRecord(one, rowsOf, found);
          if (found.length < mostAtOnce) continue;
          yield found;
          found = [];
        }
        if (found.length > 0) yield found;
      }
    },
  };
}

function takeRecord(
  record: TableRecord,
  rowsOf: (record: TableRecord) => readonly DatasetRow[],
  found: Imported[],
): void {
  const {line, raw} = record;
  try {
    for (const {dataset, values} of rowsOf(record))
      found.push({kind: "row", dataset, line, values});
  } catch (fault) {
    if (!(fault instanceof RecordFault)) throw fault;
    found.push({kind: "reject", line, column: fault.column, why: fault.message, raw: clipRaw(raw)});
  }
}
