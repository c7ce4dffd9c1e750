import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {insertManyStatement, insertStatement} from "../../src/store/append-entries.ts";
import {type Database, openDatabase} from "../../src/store/database.ts";
import {exportStatement} from "../../src/store/export-dataset.ts";
import {hasRowStatement} from "../../src/store/imports.ts";
import {openLedger} from "../../src/store/index.ts";
import {blocksUsed} from "../../src/store/ledger-health.ts";
import {entryTables, importTables} from "../../src/store/ledger-tables.ts";
import {factQueries} from "../../src/store/read-facts.ts";
import {
  blocksStatement,
  entryHashes,
  sealStatement,
  tableColumns,
} from "../../src/store/seal-rows.ts";
import {lastStatement} from "../../src/store/settle-rows.ts";
import {differences} from "../../src/store/verify-entries.ts";
import {changedBlocks} from "../../src/store/verify-rows.ts";
import {datasetIds, day} from "../../src/world/index.ts";
import {makeLedger, makeSmallLedger} from "./make-ledger.ts";
import {smallImport} from "./small-import.ts";
import {statementsOf} from "./statements-of.ts";

const note = {demarche: "test", about: "{}"};

describe("statements of the store", async () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await makeLedger(), true);
  });
  afterAll(() => database.close());

  const written: Readonly<Record<string, readonly string[]>> = {
    facts: factQueries.map(({sql}) => sql),
    exports: datasetIds.flatMap((id) => [
      exportStatement(id, "csv", note),
      exportStatement(id, "parquet", note),
    ]),
    inserts: [
      ...entryTables.map(insertStatement),
      insertManyStatement("coded_event"),
      insertManyStatement("move_version"),
    ],
    numbers: [
      ...datasetIds.map((id) => lastStatement(id, "row")),
      ...datasetIds.map(hasRowStatement),
    ],
    ...(await statementsOf("src/store")),
  };

  it.each(Object.keys(written))("%s bind against the real schema", async (name) => {
    const statements = written[name] ?? [];
    expect(statements.length).toBeGreaterThan(0);
    for (const sql of statements) await database.bind(sql);
  });

  it("seals bind against every table that is sealed", async () => {
    for (const table of [...datasetIds, ...importTables]) {
      const columns = await tableColumns(database, table);
      expect(columns.length, table).toBeGreaterThan(3);
      await database.bind(blocksStatement(table, columns));
      await database.bind(sealStatement(table, columns));
      await database.bind(changedBlocks(blocksStatement(table, columns)));
      await database.bind(blocksUsed(table));
    }
    for (const table of entryTables) {
      const hashes = entryHashes(await tableColumns(database, table), table);
      await database.bind(hashes);
      await database.bind(differences(hashes));
    }
  });

  it("imports settle in every dataset", async () => {
    const ledger = await openLedger({path: await makeSmallLedger()});
    const order = smallImport({on: "2026-11-01", rows: [], card: {datasets: datasetIds}});
    const {receipt} = await ledger.importRows(order);
    expect(Object.keys(receipt.datasets)).toEqual([...datasetIds]);
    expect((await ledger.imports(day("2026-11-01"))).length).toBe(1);
    await ledger.close();
  });

  it("a statement about a column that is none does not bind", async () => {
    await expect(database.bind("SELECT nothing FROM gdp")).rejects.toThrow(/nothing/);
  });
});
