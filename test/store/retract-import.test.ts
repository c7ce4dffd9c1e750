import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {type Ledger, openLedger} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {makeLedger, makeSmallLedger, without} from "./make-ledger.ts";
import {type SmallFile, smallImport} from "./small-import.ts";

/** One row of GDP: a year far from the carried data, so that the test's own rows stand alone. */
const row = (year: number, usd: number) => ({state: "IDN", year, usd, basis: "current"});
const note = {demarche: "test", about: "{}"};

describe("a retracted import", () => {
  let path: string;
  let ledger: Ledger;
  beforeEach(async () => {
    path = await makeSmallLedger();
    ledger = await openLedger({path});
  });
  afterEach(() => ledger.close());

  const take = async (file: SmallFile) => (await ledger.importRows(smallImport(file))).receipt;
  const retract = (id: string, on: string) =>
    ledger.retract({kind: "import", id, by: "Ana", reason: "a wrong file", recordedOn: day(on)});
  const known = async (on: string) => {
    const {columns, rows} = await ledger.rows({
      dataset: "gdp",
      where: [],
      asOf: day(on),
      limit: 10_000,
      offset: 0,
    });
    const [year, usd] = [columns.indexOf("year"), columns.indexOf("usd")];
    return rows
      .filter((one) => Number(one[year]) >= 2090)
      .map((one) => `${one[year]} ${one[usd]}`)
      .sort();
  };
  const exported = async (on: string) => {
    const file = join(mkdtempSync(join(tmpdir(), "demarche-retract-")), "gdp.csv");
    await ledger.exportTable("gdp", day(on), "csv", file, note);
    return readFileSync(file, "utf8");
  };

  it("counts no more from its day, and the day before replays byte for byte", async () => {
    const {id} = await take({on: "2026-12-01", rows: [row(2090, 1), row(2091, 2)]});
    const before = await exported("2026-12-02");
    await retract(id, "2026-12-03");
    expect(await known("2026-12-02")).toEqual(["2090 1", "2091 2"]);
    expect(await known("2026-12-03")).toEqual([]);
    expect(await exported("2026-12-02")).toBe(before);
    expect(await ledger.imports(day("2026-12-02"))).toMatchObject([{id}]);
    expect(await ledger.imports(day("2026-12-03"))).toEqual([]);
    expect((await ledger.verify()).faults).toEqual([]);
  });

  it("gives back what it superseded, and what it retracted as a whole file", async () => {
    const whole = {card: {whole: true, scope: {basis: "test"}}};
    const of = (...rows: readonly ReturnType<typeof row>[]) =>
      rows.map((one) => ({...one, basis: "test"}));
    await take({on: "2026-12-01", rows: of(row(2090, 1), row(2091, 2)), ...whole});
    const {id} = await take({on: "2026-12-02", rows: of(row(2090, 7)), ...whole});
    expect(await known("2026-12-02")).toEqual(["2090 7"]);
    await retract(id, "2026-12-03");
    expect(await known("2026-12-03")).toEqual(["2090 1", "2091 2"]);
    expect(await known("2026-12-02")).toEqual(["2090 7"]);
  });

  it("leaves what a later import put in its rows' place, and that one gives back what stood before both", async () => {
    await take({on: "2026-12-01", rows: [row(2090, 1)]});
    const second = await take({on: "2026-12-02", rows: [row(2090, 2)]});
    const third = await take({on: "2026-12-03", rows: [row(2090, 3)]});
    await retract(second.id, "2026-12-04");
    expect(await known("2026-12-04")).toEqual(["2090 3"]);
    await retract(third.id, "2026-12-05");
    expect(await known("2026-12-05")).toEqual(["2090 1"]);
    expect(await known("2026-12-02")).toEqual(["2090 2"]);
    expect(await known("2026-12-04")).toEqual(["2090 3"]);
    expect((await ledger.verify()).faults).toEqual([]);
  });

  it("may be taken in again, and then counts again", async () => {
    const file = {rows: [row(2090, 1), {reject: "no year"}]};
    const {id} = await take({on: "2026-12-01", ...file});
    await retract(id, "2026-12-02");
    const again = await ledger.importRows(smallImport({on: "2026-12-03", ...file}));
    expect(again).toMatchObject({again: false, receipt: {id, datasets: {gdp: {added: 1}}}});
    expect(await known("2026-12-02")).toEqual([]);
    expect(await known("2026-12-03")).toEqual(["2090 1"]);
    expect((await ledger.rejects(id)).map(({why}) => why)).toEqual(["no year"]);
    const once = await ledger.importRows(smallImport({on: "2026-12-04", ...file}));
    expect(once.again).toBe(true);
    await retract(id, "2026-12-05");
    expect(await known("2026-12-05")).toEqual([]);
  });

  it("is named as one that stands, or refused with a word on what to do", async () => {
    const refused = {status: 400, whatToDo: expect.stringContaining("demarche retract")};
    await expect(retract("0".repeat(16), "2026-12-01")).rejects.toMatchObject(refused);
    const {id} = await take({on: "2026-12-01", rows: [row(2090, 1)]});
    await retract(id, "2026-12-02");
    await expect(retract(id, "2026-12-02")).rejects.toMatchObject(refused);
  });

  it("stays so in a ledger made anew, which verifies", async () => {
    await take({on: "2026-12-01", rows: [row(2090, 1)]});
    const second = await take({on: "2026-12-02", rows: [row(2090, 2)]});
    await take({on: "2026-12-03", rows: [row(2090, 3), row(2092, 1)]});
    await take({on: "2026-12-03", rows: [row(2093, 1)]});
    await retract(second.id, "2026-12-04");
    const days = ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"];
    const before = await Promise.all(days.map(known));
    await ledger.close();
    await makeLedger({path, without});
    ledger = await openLedger({path});
    expect(await Promise.all(days.map(known))).toEqual(before);
    expect((await ledger.verify()).faults).toEqual([]);
  });
});
