import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {openDatabase} from "../../src/store/database.ts";
import {openLedger} from "../../src/store/index.ts";
import {schemaVersion} from "../../src/store/ledger-tables.ts";
import {day} from "../../src/world/index.ts";
import {asCoder1, asReader1, told} from "./made-articles.ts";
import {emptyFolder, makeLedger, without} from "./make-ledger.ts";
import {smallImport} from "./small-import.ts";

/** A ledger of the first released layout, as a database makes it from the frozen script. */
async function firstLayout(): Promise<string> {
  const path = join(emptyFolder(), "ledger.duckdb");
  const database = await openDatabase(path, false);
  await database.run(readFileSync("test/input/store/schema-1.sql", "utf8"));
  await database.close();
  return path;
}

describe("a ledger of the first released layout", () => {
  let path: string;
  beforeEach(async () => {
    path = await firstLayout();
  });

  it("is brought forward when it is opened for writing, and knows on every day what it knew", async () => {
    const ledger = await openLedger({path});
    const health = await ledger.health();
    expect(health).toMatchObject({
      schemaVersion: String(schemaVersion),
      dataSha256: "ab".repeat(32),
      appVersion: "0.1.0",
      datasets: ["gdp", "leaders"],
    });
    const texts = async (on: string) => (await ledger.articles(day(on))).map(({text}) => text);
    expect(await texts("2026-11-02")).toEqual([]);
    expect(await texts("2026-11-03")).toEqual(["Malaysia and China agreed on rail."]);
    expect((await texts("2026-11-05")).length).toBe(2);
    const types = async (on: string) =>
      (await ledger.events(day(on))).map(({type, coder}) => `${type} ${coder.version}`).sort();
    expect(await types("2026-11-04")).toEqual(["AGREE 1"]);
    expect(await types("2026-11-06")).toEqual(["AGREE 1", "AGREE 1"]);
    expect(await types("2026-11-07")).toEqual(["AGREE 1", "COOPERATE 2"]);
    const rows = await ledger.rows({
      dataset: "gdp",
      where: [],
      asOf: day("2024-01-01"),
      limit: 9,
      offset: 0,
    });
    expect(rows.rows.map((row) => row.slice(2))).toEqual([
      ["IDN", 2021, 1_000_000_000_000.25, "current"],
      ["MYS", 2021, 300_000_000_000, "current"],
    ]);
    const [first] = await ledger.captures(day("2026-11-09"));
    expect(Buffer.from(await ledger.captureBytes(first?.sha256 ?? "")).toString()).toBe(
      "Malaysia and China agreed on rail.",
    );
    expect(await ledger.judgements(day("2026-11-06"))).toMatchObject([
      {kind: "same-move", about: ["m1", "m2"], author: "an editor"},
      {kind: "recode", about: ["m3"], change: {field: "type", value: "CONSULT"}},
      {kind: "recode", about: ["m3"], change: {field: "mode", value: "planned"}},
    ]);
    expect((await ledger.verify()).faults).toEqual([]);
    await ledger.close();
    expect(readdirSync(dirname(path)).filter((file) => file.includes("making"))).toEqual([]);
  });

  it("takes what is new like any other, and reads the same text again without adding it", async () => {
    const ledger = await openLedger({path});
    const before = await ledger.revision();
    const {capture, article, events} = told({
      text: "Indonesia and Russia agreed on gas; it's said.",
      recordedOn: "2026-11-08",
    });
    await ledger.addArticles([
      {capture, article: asReader1(article), events: events.map(asCoder1)},
    ]);
    expect(await ledger.revision()).toBe(before);
    const rows = [{state: "IDN", year: 2021, usd: 7, basis: "current"}];
    const {receipt} = await ledger.importRows(smallImport({on: "2026-11-08", rows}));
    expect(receipt.datasets.gdp).toMatchObject({superseded: 1});
    expect((await ledger.verify()).whole).toBe(true);
    await ledger.close();
  });

  it("is left as it is when it is opened for reading only, with one clear line", async () => {
    const bytes = readFileSync(path);
    await expect(openLedger({path, readOnly: true})).rejects.toMatchObject({
      name: "OlderLedger",
      exitCode: 3,
      message: `the ledger ${path} is of version 1, and this is ${schemaVersion}`,
      whatToDo: expect.stringContaining("demarche init"),
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it("is taken over by a ledger made anew", async () => {
    await makeLedger({path, without});
    const ledger = await openLedger({path});
    expect((await ledger.articles(day("2026-11-09"))).length).toBe(2);
    expect((await ledger.verify()).faults).toEqual([]);
    await ledger.close();
  });

  it("of a version that is not known is refused and not harmed", async () => {
    const database = await openDatabase(path, false);
    await database.run("UPDATE ledger_meta SET value = '99' WHERE name = 'schema_version'");
    await database.close();
    await expect(openLedger({path})).rejects.toMatchObject({exitCode: 3});
    expect(existsSync(path)).toBe(true);
  });
});
