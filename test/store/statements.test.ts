import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  appendStatements,
  insertManyStatement,
  insertStatement,
} from "../../src/store/append-entries.ts";
import {articleStatements} from "../../src/store/articles.ts";
import {articlesInOrderStatements} from "../../src/store/articles-in-order.ts";
import {captureStatements} from "../../src/store/captures.ts";
import {chainStatements} from "../../src/store/chain-entries.ts";
import {type Database, openDatabase} from "../../src/store/database.ts";
import {exportStatement} from "../../src/store/export-dataset.ts";
import {headStatements} from "../../src/store/head-note.ts";
import {importStatements} from "../../src/store/import-rows.ts";
import {hasRowStatement, importsStatements} from "../../src/store/imports.ts";
import {openLedger} from "../../src/store/index.ts";
import {judgementStatements} from "../../src/store/judgements.ts";
import {blocksUsed, healthStatements} from "../../src/store/ledger-health.ts";
import {entryTables, importTables} from "../../src/store/ledger-tables.ts";
import {linkedStatements} from "../../src/store/linked-note.ts";
import {moveStatements} from "../../src/store/move-versions.ts";
import {factQueries} from "../../src/store/read-facts.ts";
import {retractionStatements} from "../../src/store/retractions.ts";
import {
  blocksStatement,
  entryHashes,
  sealStatement,
  tableColumns,
} from "../../src/store/seal-rows.ts";
import {lastStatement} from "../../src/store/settle-rows.ts";
import {verifyChainStatements} from "../../src/store/verify-chain.ts";
import {differences} from "../../src/store/verify-entries.ts";
import {changedBlocks, verifyRowsStatements} from "../../src/store/verify-rows.ts";
import {datasetIds, day} from "../../src/world/index.ts";
import {makeLedger, makeSmallLedger} from "./make-ledger.ts";
import {smallImport} from "./small-import.ts";

const note = {demarche: "test", about: "{}"};

describe("statements of the store", () => {
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
    ...Object.fromEntries(
      Object.entries({
        appendStatements,
        articleStatements,
        articlesInOrderStatements,
        captureStatements,
        chainStatements,
        headStatements,
        healthStatements,
        verifyChainStatements,
        verifyRowsStatements,
        importStatements,
        importsStatements,
        judgementStatements,
        linkedStatements,
        moveStatements,
        retractionStatements,
      }).map(([name, statements]) => [name, Object.values(statements)]),
    ),
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
