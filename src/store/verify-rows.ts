import {type DatasetId, datasetIds} from "../world/index.ts";
import type {Writer} from "./database.ts";
import type {Fault} from "./fault.ts";
import {type BlockTable, importTables} from "./ledger-tables.ts";
import {
  blockId,
  blockRows,
  blocksStatement,
  hashedAtOnce,
  numberOf,
  prefixBytes,
  rowHash,
  tableColumns,
} from "./seal-rows.ts";
import {differences, mostFaults} from "./verify-entries.ts";

interface SealedBlock {
  readonly first: number;
  readonly last: number;
}

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const verifyRowsStatements = {
  blocks: differences(
    "SELECT table_name || '/' || first_row || '-' || last_row AS id, sha256 FROM block",
  ),
  spans: "SELECT first_row, last_row FROM block WHERE table_name = $table ORDER BY first_row",
  tables: "SELECT DISTINCT table_name FROM block ORDER BY table_name",
  prefixes: `SELECT hex(prefixes) FROM block WHERE table_name = $table AND first_row = $first`,
  leafOf: "SELECT min(leaf) FROM leaf WHERE kind = 'rows' AND id = $id",
  originOf: `SELECT o.line, i.origin FROM fact_origin o JOIN import i ON i.entry = o.import_entry
    WHERE o.dataset = $table AND o.fact_row = $row`,
} as const;

/** Blocks from `$first` to `$last` that are not what their rows give now. */
export function changedBlocks(blocks: string): string {
  return `SELECT b.first_row, b.last_row FROM block b LEFT JOIN (${blocks}) n ON n.first_row = b.first_row
    WHERE b.table_name = $table AND b.first_row BETWEEN $first AND $last
      AND (n.sha256 IS DISTINCT FROM b.sha256 OR n.prefixes IS DISTINCT FROM b.prefixes
        OR n.last_row IS DISTINCT FROM b.last_row OR n.met IS DISTINCT FROM b.met)
    ORDER BY b.first_row LIMIT ${mostFaults}`;
}

export interface RowsChecked {
  readonly rows: number;
  readonly faults: readonly Fault[];
}

/** Compares the rows of all datasets, and what imports left beside them, with the blocks in which they were sealed. */
export async function verifyRows(
  reader: Pick<Writer, "rows">,
  here: ReadonlySet<string>,
): Promise<RowsChecked> {
  const faults: Fault[] = [];
  const chained = await reader.rows(verifyRowsStatements.blocks, {kind: "rows"});
  for (const [leaf, id, added, missing] of chained) {
    const what = added === true ? "added" : missing === true ? "missing" : "altered";
    faults.push({
      what,
      kind: "rows",
      id: String(id),
      leaf: leaf === null ? null : Number(leaf),
      tells: `the seal of ${String(id).replace("/", " rows ")} ${what === "missing" ? "is missing" : `was ${what}`}`,
    });
  }
  const tables: readonly BlockTable[] = [...datasetIds, ...importTables];
  let rows = 0;
  for (const [name] of await reader.rows(verifyRowsStatements.tables)) {
    if (here.has(String(name))) continue;
    const leaf = await leafOf(reader, String(name), 1);
    faults.push({
      what: "missing",
      kind: "rows",
      id: String(name),
      leaf,
      tells: `the table ${name} is missing`,
    });
  }
  for (const table of tables) {
    if (!here.has(table)) continue;
    const checked = await verifyTable(reader, table);
    rows += checked.rows;
    faults.push(...checked.faults);
  }
  return {rows, faults};
}

async function verifyTable(reader: Pick<Writer, "rows">, table: BlockTable): Promise<RowsChecked> {
  const columns = await tableColumns(reader, table);
  const spans = (await reader.rows(verifyRowsStatements.spans, {table})).map(([first, last]) => ({
    first: Number(first),
    last: Number(last),
  }));
  const faults: Fault[] = [];
  const statement = changedBlocks(blocksStatement(table, columns));
  for (const {first, last} of runsOf(spans)) {
    const changed = await reader.rows(statement, {table, first, last});
    for (const [from, to] of changed) {
      if (faults.length >= mostFaults) break;
      faults.push(
        ...(await faultsInBlock(reader, table, rowHash(columns), {
          first: Number(from),
          last: Number(to),
        })),
      );
    }
  }
  const last = spans.at(-1)?.last ?? 0;
  const [[count = 0] = []] = await reader.rows(`SELECT CAST(count(*) AS DOUBLE) FROM "${table}"`);
  const number = `"${numberOf(table)}"`;
  const beyond = await reader.rows(
    `SELECT ${number} FROM "${table}" WHERE ${number} IS NULL OR ${number} < 1 OR ${number} > ${last}
      ORDER BY ${number} LIMIT ${mostFaults}`,
  );
  for (const [row] of beyond)
    faults.push({
      what: "added",
      kind: "rows",
      id: `${table}/${row}`,
      leaf: null,
      tells: `${tableName(table)} row ${tellNumber(row)} was added: no seal holds it`,
    });
  return {rows: Number(count), faults};
}

/** Blocks that follow one another and, but for the last, are full: they are hashed by one statement. */
function runsOf(blocks: readonly SealedBlock[]): readonly SealedBlock[] {
  const runs: {first: number; last: number}[] = [];
  for (const {first, last} of blocks) {
    const run = runs.at(-1);
    const follows =
      run !== undefined &&
      first === run.last + 1 &&
      (first - run.first) % blockRows === 0 &&
      last - run.first < hashedAtOnce;
    if (follows) run.last = last;
    else runs.push({first, last});
  }
  return runs;
}

/** Names the rows of a block whose beginnings of hashes are not those that were kept. */
async function faultsInBlock(
  reader: Pick<Writer, "rows">,
  table: BlockTable,
  hash: string,
  {first, last}: SealedBlock,
): Promise<readonly Fault[]> {
  const id = blockId(table, first, last);
  const leaf = await leafOf(reader, table, first, id);
  const number = `"${numberOf(table)}"`;
  const [[kept] = []] = await reader.rows(verifyRowsStatements.prefixes, {table, first});
  const prefixes = String(kept).toLowerCase();
  const now = new Map<number, string[]>();
  for (const [row, beginning] of await reader.rows(
    `SELECT ${number}, substr(${hash}, 1, ${2 * prefixBytes}) FROM "${table}"
      WHERE ${number} BETWEEN $first AND $last ORDER BY 1, 2`,
    {first, last},
  ))
    now.set(Number(row), [...(now.get(Number(row)) ?? []), String(beginning)]);
  const faults: Fault[] = [];
  for (let row = first; row <= last && faults.length < mostFaults; row += 1) {
    const at = (row - first) * 2 * prefixBytes;
    const was = prefixes.slice(at, at + 2 * prefixBytes);
    const is = now.get(row) ?? [];
    if (is.length === 1 && is[0] === was) continue;
    const what = is.length === 0 ? "missing" : is.includes(was) ? "added" : "altered";
    const where = await whereFrom(reader, table, row);
    faults.push({
      what,
      kind: "rows",
      id: `${table}/${row}`,
      leaf,
      tells: `${tableName(table)} row ${tellNumber(row)} (${where}) ${
        {missing: "is missing", added: "stands twice: one was added", altered: "was altered"}[what]
      }`,
    });
  }
  if (faults.length > 0) return faults;
  return [
    {
      what: "altered",
      kind: "rows",
      id,
      leaf,
      tells: `the columns or the seal of ${tableName(table)} rows ${tellNumber(first)} to ${tellNumber(last)} were altered`,
    },
  ];
}

async function leafOf(
  reader: Pick<Writer, "rows">,
  table: string,
  first: number,
  id?: string,
): Promise<number | null> {
  const [[leaf] = []] =
    id === undefined
      ? await reader.rows(
          "SELECT min(leaf) FROM leaf WHERE kind = 'rows' AND starts_with(id, $start)",
          {start: `${table}/${first}-`},
        )
      : await reader.rows(verifyRowsStatements.leafOf, {id});
  return typeof leaf === "number" ? leaf : null;
}

/** The import and line of a row, or that it was carried. */
async function whereFrom(
  reader: Pick<Writer, "rows">,
  table: BlockTable,
  row: number,
): Promise<string> {
  if (importTables.some((one) => one === table)) return "kept by an import";
  const [found] = await reader.rows(verifyRowsStatements.originOf, {
    table: table as DatasetId,
    row,
  });
  if (found === undefined) return "carried";
  const [line, file] = found;
  return `import ${file}, line ${Number(line).toLocaleString("en-GB")}`;
}

const tableName = (table: BlockTable) => table.replace("_", " ");
const tellNumber = (row: unknown) =>
  row === null ? "without a number" : Number(row).toLocaleString("en-GB");
