import {copyFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openDatabase} from "../../src/store/database.ts";
import {openLedger} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {told} from "./made-articles.ts";
import {emptyFolder, makeLedger, makeSmallLedger, without} from "./make-ledger.ts";
import {smallImport} from "./small-import.ts";
import {dataDir} from "./small-reference.ts";

const usd = (state: string, value: number) => ({state, year: 2024, usd: value, basis: "test"});

/** The carried data, but sanctions without their first three rows, and numbered anew. */
async function otherData(): Promise<string> {
  const folder = emptyFolder();
  for (const file of ["datapackage.json", "leaders.parquet", "arms-orders.parquet"])
    copyFileSync(join(dataDir, file), join(folder, file));
  const database = await openDatabase(join(folder, "work.duckdb"), false);
  await database.run(
    `COPY (SELECT CAST("row" - 3 AS INTEGER) AS "row", * EXCLUDE "row"
      FROM read_parquet('data/sanctions-panel.parquet') WHERE "row" > 3)
      TO '${join(folder, "sanctions-panel.parquet")}' (FORMAT parquet)`,
  );
  await database.close();
  return folder;
}

describe("a ledger made anew in the place of one that was used", () => {
  it("takes over what people, texts and imports added, each on its day", async () => {
    const path = await makeSmallLedger();
    let ledger = await openLedger({path});
    const {rows: carried} = await ledger.rows({
      dataset: "gdp",
      where: [
        {column: "state", in: ["IDN"]},
        {column: "year", from: 2020, to: 2020},
      ],
      asOf: day("2026-11-24"),
      limit: 1,
      offset: 0,
    });
    const [, , state = "", year = 0, , basis = ""] = carried[0] ?? [];
    const correction = {state, year, usd: 1, basis};
    await ledger.importRows(
      smallImport({on: "2026-11-25", rows: [correction, usd("MYS", 2), {reject: "no year"}]}),
    );
    const {capture, article, events} = told({text: "A deal.", recordedOn: "2026-11-26"});
    await ledger.addArticles([{capture, article, events}]);
    await ledger.importRows(smallImport({on: "2026-11-27", rows: [usd("MYS", 3)]}));
    await ledger.retract({
      kind: "article",
      id: article.id,
      by: "me",
      reason: "a hoax",
      recordedOn: day("2026-11-28"),
    });
    const tell = async () => {
      const on = ["2026-11-24", "2026-11-25", "2026-11-27", "2026-11-28"].map(day);
      return {
        gdp: await Promise.all(
          on.map(async (asOf) => {
            const where = [{column: "state", in: ["IDN", "MYS"]}];
            const found = await ledger.rows({dataset: "gdp", where, asOf, limit: 1000, offset: 0});
            return found.rows.map((row) => row.slice(1).join(" ")).sort();
          }),
        ),
        articles: await Promise.all(on.map(async (asOf) => (await ledger.articles(asOf)).length)),
        imports: await ledger.imports(day("2026-11-28")),
        rejects: await ledger.rejects((await ledger.imports(day("2026-11-28")))[0]?.id ?? ""),
      };
    };
    const before = await tell();
    const {head} = await ledger.verify();
    await ledger.close();

    await makeLedger({path, without});
    ledger = await openLedger({path});
    expect(await tell()).toEqual(before);
    expect((await ledger.verify()).faults).toEqual([]);
    await expect(
      ledger.importRows(smallImport({on: "2026-11-27", rows: [usd("VNM", 1)]})),
    ).rejects.toMatchObject({status: 409});
    await ledger.close();
    const database = await openDatabase(path, true);
    const [[continues] = []] = await database.rows(
      "SELECT value FROM ledger_meta WHERE name = 'continues'",
    );
    expect(continues).toBe(head);
    await database.close();
  });

  it("finds a withdrawn row again where the data are numbered otherwise, and imported rows where their dataset is left out", async () => {
    const path = await makeSmallLedger();
    let ledger = await openLedger({path});
    const card = {whole: true};
    const {rows} = await ledger.rows({
      dataset: "sanctions-panel",
      where: [],
      asOf: day("2026-11-24"),
      limit: 5000,
      offset: 0,
    });
    const kept = rows.slice(10).map(([, , sender = "", target = "", year = 0, kinds = ""]) => ({
      sender,
      target,
      year,
      kinds,
    }));
    await ledger.importRows({
      ...smallImport({on: "2026-11-25", dataset: "sanctions-panel", rows: kept, card}),
      retractMost: true,
    });
    await ledger.importRows(smallImport({on: "2026-11-25", rows: [usd("IDN", 1)]}));
    const total = async (dataset: "sanctions-panel" | "gdp") =>
      (await ledger.rows({dataset, where: [], asOf: day("2026-11-25"), limit: 0, offset: 0})).total;
    expect(await total("sanctions-panel")).toBe(4990);
    await ledger.close();
    await makeLedger({path, without: [...without, "gdp"], dataDir: await otherData()});
    ledger = await openLedger({path});
    expect(await total("sanctions-panel")).toBe(4990);
    expect(await total("gdp")).toBe(1);
    expect((await ledger.verify()).faults).toEqual([]);
    await ledger.close();
  });
});
