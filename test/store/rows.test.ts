import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Ledger, openLedger, StoreError} from "../../src/store/index.ts";
import {type DatasetId, day, type RowCondition} from "../../src/world/index.ts";
import {emptyFolder, makeLedger} from "./make-ledger.ts";

const asOf = day("2026-11-24");

describe("the rows behind a cell", () => {
  let ledger: Ledger;
  const ask = (where: readonly RowCondition[], dataset: DatasetId = "un-votes") =>
    ledger.rows({dataset, where, asOf, limit: 50, offset: 0});
  beforeAll(async () => {
    ledger = await openLedger({path: await makeLedger()});
  });
  afterAll(() => ledger.close());

  it("finds rows by values and by spans", async () => {
    const found = await ask([
      {column: "symbol", in: ["A/RES/ES-11/1"]},
      {column: "state", in: ["IDN", "RUS"]},
    ]);
    expect(found.total).toBe(2);
    expect(found.columns).toEqual([
      "row",
      "recorded_on",
      "record_id",
      "symbol",
      "date",
      "state",
      "vote",
    ]);
    expect(found.rows.map((row) => row.slice(4))).toEqual([
      ["2022-03-02", "IDN", "yes"],
      ["2022-03-02", "RUS", "no"],
    ]);
    const spans = await ask(
      [
        {column: "recipient", in: ["IDN"]},
        {column: "order_year", from: 2003, to: "2003"},
      ],
      "arms-orders",
    );
    expect(spans.total).toBeGreaterThan(0);
    const dated = await ask([{column: "date", from: "2022-03-02", to: "2022-03-02"}]);
    expect(dated.total).toBeGreaterThan(100);
    expect(dated.rows.length).toBe(50);
  });

  it("shows nothing that was not known on the day", async () => {
    const where = [{column: "symbol", in: ["A/RES/ES-11/7"]}];
    const early = await ledger.rows({
      dataset: "un-votes",
      where,
      asOf: day("2025-01-01"),
      limit: 10,
      offset: 0,
    });
    expect(early.total).toBe(0);
    expect((await ask(where)).total).toBeGreaterThan(100);
  });

  it("refuses names that are no column or dataset, with a word on what to do", async () => {
    for (const column of ["nothing", 'row" = 1 OR 1=1 --', "row; DROP TABLE gdp", "", "rowid"])
      await expect(ask([{column, in: [1]}])).rejects.toMatchObject({status: 400, exitCode: 2});
    for (const dataset of ['gdp" --', "article", "ledger_meta", "duckdb_tables()"])
      await expect(ask([], dataset as DatasetId)).rejects.toBeInstanceOf(StoreError);
    await expect(ask([{column: "record_id", in: ["x'; --"]}])).rejects.toMatchObject({status: 400});
    await expect(
      ledger.rows({dataset: "gdp", where: [], asOf, limit: -1, offset: 0}),
    ).rejects.toMatchObject({status: 400});
    expect((await ask([], "gdp")).total).toBeGreaterThan(9000);
  });

  it("takes any text as a value and never as a statement", async () => {
    const text = fc.oneof(
      fc.string({unit: "binary"}),
      fc.constantFrom("' OR '1'='1", "IDN'; DROP TABLE gdp; --", "$asOf", "%", "\\", '"'),
    );
    const all = (await ask([], "gdp")).total;
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        expect((await ask([{column: "state", in: [value]}], "gdp")).total).toBe(0);
        const span = await ask([{column: "state", from: value}], "gdp");
        expect(span.total).toBeLessThanOrEqual(all);
      }),
      {numRuns: 60},
    );
    expect((await ask([], "gdp")).total).toBe(all);
  });

  it("pages in row order", async () => {
    const page = (offset: number) =>
      ledger.rows({dataset: "gdp", where: [], asOf, limit: 5, offset});
    const rows = [...(await page(0)).rows, ...(await page(5)).rows].map((row) => row[0]);
    expect(rows).toEqual([...rows].sort((a, b) => Number(a) - Number(b)));
    expect(new Set(rows).size).toBe(10);
  });

  it("exports a dataset as it was known, whole or not at all", async () => {
    const folder = emptyFolder();
    const note = {demarche: "test", about: JSON.stringify({why: "it's a test"})};
    const csv = join(folder, 'it\'s "odd".csv');
    await ledger.exportTable("un-resolutions", day("2024-12-31"), "csv", csv, note);
    const lines = readFileSync(csv, "utf8").trim().split("\n");
    expect(lines[0]).toMatch(/^row,recorded_on,record_id/);
    expect(lines.some((line) => line.includes("A/RES/ES-11/7"))).toBe(false);
    const parquet = join(folder, "gdp.parquet");
    await ledger.exportTable("gdp", asOf, "parquet", parquet, note);
    expect(readFileSync(parquet).subarray(0, 4).toString()).toBe("PAR1");
    const nowhere = join(folder, "none", "gdp.csv");
    await expect(ledger.exportTable("gdp", asOf, "csv", nowhere, note)).rejects.toBeInstanceOf(
      StoreError,
    );
    expect(existsSync(nowhere)).toBe(false);
  });
});
