import {type DatasetId, type Day, datasetIds} from "../world/index.ts";
import {oldLedger} from "./attach-old.ts";
import {type ChainedEntry, chainEntries} from "./chain-entries.ts";
import type {Writer} from "./database.ts";
import {makeEventTables} from "./events/event-ledger-tables.ts";
import {datasetColumns, entryTables, makeDatasetTable} from "./ledger-tables.ts";
import {sealEntries, sealRows} from "./seal-rows.ts";

/**
 * Brings into a new ledger what people, texts and imports added to an old one, which is attached as `oldLedger`. Entries
 * keep their numbers and days. Rows that imports brought are numbered after the carried rows of the new ledger; a
 * carried row that was withdrawn is found again by its values, and where the new data no longer hold it, there is
 * nothing to withdraw. All is chained anew, day by day.
 */
export async function takeOver(writer: Writer): Promise<void> {
  for (const table of entryTables)
    await writer.run(
      `INSERT INTO ${table} BY NAME SELECT * FROM ${oldLedger}.${table} ORDER BY entry`,
    );
  await writer.run("CREATE TEMP TABLE shifts (dataset VARCHAR, carried INTEGER, shift INTEGER)");
  await writer.run('CREATE TEMP TABLE moved ("at" INTEGER, fact_row INTEGER)');
  for (const dataset of await importedInto(writer)) await takeOverRows(writer, dataset);
  await writer.run(`INSERT INTO fact_origin
    SELECT "at", dataset, fact_row + shift, import_entry, line
    FROM ${oldLedger}.fact_origin JOIN shifts USING (dataset) ORDER BY "at"`);
  await writer.run(`INSERT INTO withdrawal
    SELECT CAST(row_number() OVER (ORDER BY w."at") AS INTEGER), dataset,
      coalesce(m.fact_row, w.fact_row + shift), withdrawn_on, by_row + shift, by_entry
    FROM ${oldLedger}.withdrawal w JOIN shifts USING (dataset) LEFT JOIN moved m ON m."at" = w."at"
    WHERE w.fact_row > carried OR m."at" IS NOT NULL ORDER BY w."at"`);
  await writer.run(`INSERT INTO reject SELECT * FROM ${oldLedger}.reject ORDER BY "at"`);
  await takeOverEvents(writer);
  await writer.run("DROP TABLE shifts");
  await writer.run("DROP TABLE moved");
  await chainByDay(writer);
}

/** Datasets that an import changed. */
async function importedInto(writer: Writer): Promise<readonly DatasetId[]> {
  const rows = await writer.rows(
    `SELECT dataset FROM ${oldLedger}.fact_origin UNION SELECT dataset FROM ${oldLedger}.withdrawal`,
  );
  const names = new Set(rows.map(([name]) => name));
  return datasetIds.filter((id) => names.has(id));
}

async function takeOverRows(writer: Writer, dataset: DatasetId): Promise<void> {
  await makeDatasetTable(writer, dataset);
  const was = `${oldLedger}."${dataset}"`;
  const names = datasetColumns(dataset).map(({name}) => `"${name}"`);
  const all = ["recorded_on", ...names].join(", ");
  const [[before = 0, now = 0] = []] = await writer.rows(
    `SELECT coalesce((SELECT min(fact_row) - 1 FROM ${oldLedger}.fact_origin WHERE dataset = '${dataset}'),
        (SELECT max("row") FROM ${was}), 0),
      coalesce((SELECT max("row") FROM "${dataset}"), 0)`,
  );
  const carried = Number(before);
  const shift = Number(now) - carried;
  await writer.run(`INSERT INTO shifts VALUES ('${dataset}', ${carried}, ${shift})`);
  // A carried row is found again by its values, and by which copy of them it is.
  const numbered = (table: string, last: number) =>
    `SELECT "row", ${all}, row_number() OVER (PARTITION BY ${all} ORDER BY "row") AS copy
      FROM ${table} WHERE "row" <= ${last}`;
  const same = ["recorded_on", ...names].map((name) => `a.${name} IS NOT DISTINCT FROM b.${name}`);
  await writer.run(`INSERT INTO moved SELECT w."at", b."row" FROM ${oldLedger}.withdrawal w
    JOIN (${numbered(was, carried)}) a ON a."row" = w.fact_row
    JOIN (${numbered(`"${dataset}"`, Number(now))}) b ON ${same.join(" AND ")} AND a.copy = b.copy
    WHERE w.dataset = '${dataset}'`);
  await writer.run(`INSERT INTO "${dataset}" ("row", ${all})
    SELECT "row" + ${shift}, ${all} FROM ${was} WHERE "row" > ${carried} ORDER BY "row"`);
}

/** The event files stay where they are, beside the ledger; what names and counts them comes along. */
async function takeOverEvents(writer: Writer): Promise<void> {
  const tables = await writer.rows(
    `SELECT table_name FROM duckdb_tables() WHERE database_name = '${oldLedger}'
      AND starts_with(table_name, 'event_') ORDER BY table_name`,
  );
  if (tables.length === 0) return;
  for (const statement of makeEventTables) await writer.run(statement);
  for (const [table] of tables)
    await writer.run(`INSERT INTO ${table} BY NAME SELECT * FROM ${oldLedger}.${table}`);
}

/** Chains all that was taken over, in the order of the days. */
async function chainByDay(writer: Writer): Promise<void> {
  const days = await writer.rows(
    `SELECT DISTINCT CAST(recorded_on AS VARCHAR) FROM (${entryTables
      .map((table) => `SELECT recorded_on FROM ${table}`)
      .join(" UNION ALL ")}) ORDER BY 1`,
  );
  for (const [text] of days) {
    const day = String(text) as Day;
    const sealed: ChainedEntry[] = [];
    for (const table of entryTables) sealed.push(...(await sealEntries(writer, table, 1, day)));
    const imports = await writer.rows(
      "SELECT entry FROM import WHERE recorded_on = CAST($day AS DATE) ORDER BY entry",
      {day},
    );
    for (const [entry] of imports) sealed.push(...(await sealImport(writer, Number(entry))));
    const files = await writer.rows(
      `SELECT id, sha256 FROM ${oldLedger}.leaf WHERE kind = 'event-file' AND "day" = $day ORDER BY leaf`,
      {day},
    );
    for (const [id, sha256] of files)
      sealed.push({kind: "event-file", id: String(id), sha256: String(sha256)});
    await chainEntries(writer, day, sealed);
  }
}

/** Seals the rows that an import left, table by table. */
async function sealImport(writer: Writer, entry: number): Promise<readonly ChainedEntry[]> {
  const sealed: ChainedEntry[] = [];
  const ofDatasets = await writer.rows(
    `SELECT dataset, min(fact_row), max(fact_row) FROM fact_origin WHERE import_entry = $entry
      GROUP BY dataset ORDER BY dataset`,
    {entry},
  );
  for (const [dataset, first, last] of ofDatasets)
    sealed.push(
      ...(await sealRows(writer, String(dataset) as DatasetId, Number(first), Number(last))),
    );
  for (const [table, column] of [
    ["fact_origin", "import_entry"],
    ["withdrawal", "by_entry"],
    ["reject", "import_entry"],
  ] as const) {
    // A retraction passes withdrawals on to an import long after it: they stand apart from the others.
    const runs = await writer.rows(
      `SELECT min("at"), max("at") FROM (SELECT "at", "at" - row_number() OVER (ORDER BY "at") AS run
        FROM ${table} WHERE ${column} = $entry) GROUP BY run ORDER BY 1`,
      {entry},
    );
    for (const [first, last] of runs)
      sealed.push(...(await sealRows(writer, table, Number(first), Number(last))));
  }
  return sealed;
}
