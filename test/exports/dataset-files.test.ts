import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fromCsvText} from "../../src/exports/index.ts";
import {exportItems} from "../../src/pipeline/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

const asOf = day("2026-12-01");

describe("a dataset's files", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  beforeAll(async () => {
    house = await foundingLedger();
    await house.ledger.importRows({
      card: {
        id: "test-list",
        version: 1,
        title: "A list made up",
        reads: "nothing",
        citation: "Nobody, A list made up",
        licence: "made up",
        commercialUse: true,
        datasets: ["listed-parties"],
        whole: false,
        scope: {list: "test"},
      },
      fileName: "list.csv",
      fileSha256: "0".repeat(64),
      recordedOn: day("2026-11-30"),
      rows: (async function* () {
        yield hostile.map((name, at) => ({
          kind: "row" as const,
          dataset: "listed-parties" as const,
          line: at + 1,
          values: {list: "test", list_id: String(at), kind: "entity", name, remarks: name},
        }));
      })(),
    });
  });
  afterAll(() => house.ledger.close());

  const hostile = [
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\r\nx",
    "\nx",
    "'=1",
    "''@x",
    "'quoted'",
    'a "b", c',
    "plain",
  ];
  const folder = mkdtempSync(join(tmpdir(), "demarche-dataset-"));
  const written = async (name: string) => {
    const item = exportItems.find((one) => one.name === name);
    const path = join(folder, name);
    const matter = () => Promise.reject(new Error("a dataset needs no answer"));
    await item?.write(path, {...house, asOf, matter});
    return path;
  };

  it("in CSV have no cell that a spreadsheet would run, and give every text back", async () => {
    const path = await written("listed-parties.csv");
    const rows = parse(readFileSync(path), {columns: true}) as Record<string, string>[];
    const cells = rows.map(({name = ""}) => name);
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    expect(cells.map(fromCsvText)).toEqual(hostile);
    expect(rows[0]).toMatchObject({as_of: asOf, demarche: "test"});
  });

  it("leave negative numbers numbers", async () => {
    const path = await written("fdi.csv");
    const values = (parse(readFileSync(path), {columns: true}) as {value_usd: string}[]).map(
      ({value_usd}) => value_usd,
    );
    expect(values.some((value) => value.startsWith("-"))).toBe(true);
    expect(values.every((value) => value === "" || Number.isFinite(Number(value)))).toBe(true);
  });

  it("in JSON Lines are one fact a line, each with its number, its day and who wrote it", async () => {
    const lines = readFileSync(await written("listed-parties.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({name}) => name)).toEqual(hostile);
    expect(lines[0]).toMatchObject({
      record: "fact",
      dataset: "listed-parties",
      row: 1,
      recorded_on: "2026-11-30",
      asOf,
      demarche: "test",
    });
  });

  it("in Parquet say how the dataset wants to be cited, under which licence, and as of when", async () => {
    const path = await written("listed-parties.parquet");
    const duckdb = await (await DuckDBInstance.create(":memory:")).connect();
    const notes = await duckdb.runAndReadAll(
      `SELECT decode(value) FROM parquet_kv_metadata('${path}') WHERE decode(key) = 'demarche'`,
    );
    expect(JSON.parse(String(notes.getRowsJson()[0]?.[0]))).toMatchObject({
      dataset: "listed-parties",
      citation: "Nobody, A list made up",
      licence: "made up",
      asOf,
    });
  });
});
