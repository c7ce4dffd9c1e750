import type {ColumnSource, ParquetWriteOptions} from "hyparquet-writer";
import type {ColumnType} from "../world/index.ts";
import type {About} from "./about.ts";
import type {FlatTable, TableValue} from "./flat-table.ts";

type SchemaElement = NonNullable<ParquetWriteOptions["schema"]>[number];

const elements: Readonly<Record<ColumnType, Omit<SchemaElement, "name">>> = {
  text: {type: "BYTE_ARRAY", converted_type: "UTF8"},
  double: {type: "DOUBLE"},
  integer: {type: "INT32"},
  truth: {type: "BOOLEAN"},
  day: {type: "INT32", converted_type: "DATE"},
};

/**
 * A table as Parquet, compressed with Snappy. Version, day and methods stand in the file's key-value metadata under
 * `demarche`, as JSON, so that they travel with it. The writer is loaded when it is asked for and not before.
 */
export async function toParquet(
  {name, columns, rows}: FlatTable,
  about: About,
): Promise<Uint8Array> {
  const {parquetWriteBuffer} = await import("hyparquet-writer");
  const columnData = columns.map(
    (column, at): ColumnSource => ({
      name: column.name,
      data: rows.map((row) => parquetValue(row[at] ?? null, column.type)),
    }),
  );
  const schema: SchemaElement[] = [
    {name: "root", num_children: columns.length},
    ...columns.map((column) => ({
      name: column.name,
      repetition_type: "OPTIONAL" as const,
      ...elements[column.type],
    })),
  ];
  const bytes = parquetWriteBuffer({
    columnData,
    schema,
    createdBy: `Demarche version ${about.demarche}`,
    kvMetadata: [{key: "demarche", value: JSON.stringify({table: name, ...about})}],
  });
  return new Uint8Array(bytes);
}

function parquetValue(value: TableValue, type: ColumnType): TableValue | Date {
  return type === "day" && typeof value === "string" ? new Date(`${value}T00:00:00Z`) : value;
}
