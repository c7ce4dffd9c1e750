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
   * the record says that nothing is known, and throws a `RecordFault` where the record is unfit: rows given before stand.
   */
  readonly reader: (file: TableStart) => (record: TableRecord) => Iterable<DatasetRow>;
}

/**
 * A layout that says one thing in several records: a pair in either direction, a case for each year. Its rows come at the
 * end; a record whose reading throws a `RecordFault` is a reject, and what was taken of it before stands.
 */
export interface GatheringLayout extends TableLayout {
  readonly gather: (file: TableStart) => Gathering;
}

export interface Gathering {
  readonly take: (record: TableRecord) => void;
  /** Rows with the line of the first record that gave them. */
  readonly rows: () => Iterable<DatasetRow & {readonly line: number}>;
}

/** Rows that are handed on together: one line of a matrix makes two hundred, and memory must not grow with that. */
const mostAtOnce = 10_000;

type AnyLayout = ImportLayout | GatheringLayout;

/** An importer of a table of text, in any of the given layouts. */
export function tableImporter(
  card: ImporterCard,
  ...layouts: readonly [AnyLayout, ...AnyLayout[]]
): Importer {
  return {
    ...card,
    read: async function* (file, codes) {
      const {layout, header, preamble, batches} = await openTable(file, layouts, codes);
      const start = {name: file.name, header, preamble};
      const gathering = "gather" in layout ? layout.gather(start) : null;
      const rowsOf = "gather" in layout ? taking(gathering) : layout.reader(start);
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
      if (gathering !== null) yield* gathered(gathering);
    },
  };
}

const taking = (gathering: Gathering | null) => (record: TableRecord) => {
  gathering?.take(record);
  return [];
};

function* gathered(gathering: Gathering): Generator<readonly Imported[]> {
  let found: Imported[] = [];
  for (const {dataset, line, values} of gathering.rows()) {
    found.push({kind: "row", dataset, line, values});
    if (found.length < mostAtOnce) continue;
    yield found;
    found = [];
  }
  if (found.length > 0) yield found;
}

function takeRecord(
  record: TableRecord,
  rowsOf: (record: TableRecord) => Iterable<DatasetRow>,
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
