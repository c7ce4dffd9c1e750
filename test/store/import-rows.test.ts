import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {type Ledger, openLedger} from "../../src/store/index.ts";
import {type DatasetId, day} from "../../src/world/index.ts";
import {makeSmallLedger} from "./make-ledger.ts";
import {type SmallFile, smallImport} from "./small-import.ts";
import {foundingWatch, smallReference} from "./small-reference.ts";

const usd = (state: string, value: number, year = 2024) => ({
  state,
  year,
  usd: value,
  basis: "test",
});

describe("an import", () => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = await openLedger({path: await makeSmallLedger()});
  });
  afterEach(() => ledger.close());

  const take = (file: SmallFile) => ledger.importRows(smallImport(file));
  /** Values of our rows as they were known on a day. */
  const known = async (
    on: string,
    dataset: DatasetId = "gdp",
    where = [{column: "basis", in: ["test"]}],
  ) => {
    const {rows} = await ledger.rows({dataset, where, asOf: day(on), limit: 100, offset: 0});
    return rows.map((row) => row.slice(2, 5).join(" "));
  };

  it("refuses a whole file that lacks most of what stands, unless told that it is right", async () => {
    const card = {whole: true, scope: {basis: "test"}};
    const rows = Array.from({length: 1200}, (_, at) => usd("IDN", at, 1000 + at));
    await take({on: "2026-11-01", card, rows});
    const cut = {on: "2026-11-02", card, rows: rows.slice(0, 599)};
    await expect(take(cut)).rejects.toMatchObject({
      status: 409,
      exitCode: 2,
      message: "the file lacks 601 of the 1,200 rows of gdp that stand",
      whatToDo: expect.stringContaining("--retract-most"),
    });
    expect(await ledger.imports(day("2026-11-02"))).toHaveLength(1);
    const {receipt} = await ledger.importRows({...smallImport(cut), retractMost: true});
    expect(receipt.datasets.gdp?.retracted).toBe(601);
  });

  it("takes a whole file that lacks half of what stands", async () => {
    const card = {whole: true, scope: {basis: "test"}};
    const rows = Array.from({length: 1200}, (_, at) => usd("IDN", at, 1000 + at));
    await take({on: "2026-11-01", card, rows});
    const {receipt} = await take({on: "2026-11-02", card, rows: rows.slice(0, 600)});
    expect(receipt.datasets.gdp?.retracted).toBe(600);
  });

  it("adds rows, and says from which file and line each came", async () => {
    const {receipt, again} = await take({on: "2026-11-01", rows: [usd("IDN", 1), usd("MYS", 2)]});
    expect(again).toBe(false);
    expect(receipt.datasets.gdp).toEqual({
      added: 2,
      superseded: 0,
      unchanged: 0,
      retracted: 0,
      collapsed: 0,
    });
    expect(await known("2026-11-01")).toEqual(["IDN 2024 1", "MYS 2024 2"]);
    expect(await known("2026-10-31")).toEqual([]);
    const {rows} = await ledger.rows({
      dataset: "gdp",
      where: [
        {column: "state", in: ["MYS"]},
        {column: "basis", in: ["test"]},
      ],
      asOf: day("2026-11-01"),
      limit: 1,
      offset: 0,
    });
    const origin = await ledger.origin("gdp", Number(rows[0]?.[0]));
    expect(origin).toMatchObject({
      kind: "imported",
      line: 3,
      by: {
        id: receipt.id,
        fileName: "made.csv",
        licence: "CC0-1.0",
        importer: {id: "made", version: 1},
      },
    });
    expect(await ledger.origin("gdp", 1)).toMatchObject({kind: "carried"});
    await expect(ledger.origin("gdp", 999_999)).rejects.toMatchObject({status: 400});
    await expect(ledger.origin('gdp" --' as DatasetId, 1)).rejects.toMatchObject({status: 400});
    expect(await ledger.imports(day("2026-11-01"))).toEqual([receipt]);
    expect(await ledger.imports(day("2026-10-31"))).toEqual([]);
  });

  it("supersedes a row with the same key and other values, and leaves the rest alone", async () => {
    await take({on: "2026-11-01", rows: [usd("IDN", 1), usd("MYS", 2), usd("VNM", 3)]});
    const {receipt} = await take({on: "2026-11-02", rows: [usd("IDN", 10), usd("MYS", 2)]});
    expect(receipt.datasets.gdp).toMatchObject({
      added: 0,
      superseded: 1,
      unchanged: 1,
      retracted: 0,
    });
    expect(await known("2026-11-01")).toEqual(["IDN 2024 1", "MYS 2024 2", "VNM 2024 3"]);
    expect(await known("2026-11-02")).toEqual(["MYS 2024 2", "VNM 2024 3", "IDN 2024 10"]);
  });

  it("retracts what a whole file no longer has, within its scope and no further", async () => {
    const card = {whole: true, scope: {basis: "test"}};
    const carried = (
      await ledger.rows({dataset: "gdp", where: [], asOf: day("2026-11-01"), limit: 1, offset: 0})
    ).total;
    await take({on: "2026-11-01", rows: [usd("IDN", 1), usd("MYS", 2)], card});
    const {receipt} = await take({on: "2026-11-02", rows: [usd("IDN", 1)], card});
    expect(receipt.datasets.gdp).toMatchObject({unchanged: 1, retracted: 1});
    expect(await known("2026-11-02")).toEqual(["IDN 2024 1"]);
    expect(await known("2026-11-01")).toEqual(["IDN 2024 1", "MYS 2024 2"]);
    const now = await ledger.rows({
      dataset: "gdp",
      where: [],
      asOf: day("2026-11-02"),
      limit: 1,
      offset: 0,
    });
    expect(now.total).toBe(carried + 1);
  });

  it("takes back nothing when a whole file has no row that could be read", async () => {
    const card = {whole: true, scope: {basis: "test"}};
    await take({on: "2026-11-01", rows: [usd("IDN", 1)], card});
    const {receipt} = await take({on: "2026-11-02", rows: [{reject: "no year"}], card});
    expect(receipt).toMatchObject({rejected: 1, datasets: {gdp: {retracted: 0}}});
    expect(await known("2026-11-02")).toEqual(["IDN 2024 1"]);
  });

  it("takes back nothing when a line of a whole file was damaged: the row may stand in it", async () => {
    const card = {whole: true, scope: {basis: "test"}};
    await take({on: "2026-11-01", rows: [usd("IDN", 1), usd("MYS", 2)], card});
    const damaged = {on: "2026-11-02", rows: [usd("IDN", 1), {damaged: "a NUL byte"}], card};
    expect((await take(damaged)).receipt).toMatchObject({
      rejected: 1,
      datasets: {gdp: {unchanged: 1, retracted: 0}},
    });
    const read = {on: "2026-11-02", rows: [usd("IDN", 1), {reject: "no year"}], card};
    expect((await take(read)).receipt.datasets.gdp).toMatchObject({retracted: 1});
  });

  it("takes a file in once, whoever asks again and when", async () => {
    const file = {on: "2026-11-01", rows: [usd("IDN", 1)]};
    const first = await take(file);
    await take({on: "2026-11-02", rows: [usd("IDN", 2)]});
    const second = await take({...file, on: "2026-11-03"});
    expect(second).toEqual({receipt: first.receipt, again: true});
    expect(await known("2026-11-03")).toEqual(["IDN 2024 2"]);
    const newer = await take({...file, on: "2026-11-03", card: {version: 2}});
    expect(newer.again).toBe(false);
    expect(await known("2026-11-03")).toEqual(["IDN 2024 1"]);
  });

  it("collapses rows that a file has twice, but not things that may truly come twice", async () => {
    const twice = await take({on: "2026-11-01", rows: [usd("IDN", 1), usd("IDN", 1)]});
    expect(twice.receipt.datasets.gdp).toMatchObject({added: 1, collapsed: 1});
    const order = {
      recipient: "IDN",
      supplier: "XXX",
      order_year: 2020,
      order_year_uncertain: false,
      designation: "boat",
      description: "",
      comments: "made",
    };
    const orders = {on: "2026-11-01", dataset: "arms-orders", rows: [order, order]} as const;
    expect((await take(orders)).receipt.datasets["arms-orders"]).toMatchObject({
      added: 2,
      collapsed: 0,
    });
    const third = await take({...orders, on: "2026-11-02", rows: [order, order, order]});
    expect(third.receipt.datasets["arms-orders"]).toMatchObject({added: 1, unchanged: 2});
    const changed = await take({
      ...orders,
      on: "2026-11-03",
      rows: [order, {...order, ordered: 2}, order],
    });
    expect(changed.receipt.datasets["arms-orders"]).toMatchObject({
      superseded: 1,
      unchanged: 2,
      added: 0,
    });
  });

  it("finds again the rows of one key that a revision left as they were, in whatever order", async () => {
    const row = (ordered: number) => ({
      recipient: "IDN",
      supplier: "XXX",
      order_year: 2020,
      order_year_uncertain: false,
      designation: "boat",
      description: "",
      ordered,
    });
    const file = (on: string, ...counts: number[]) =>
      ({on, dataset: "arms-orders", rows: counts.map(row)}) as const;
    await take(file("2026-11-01", 1, 2, 3));
    const revised = await take(file("2026-11-02", 3, 5, 1));
    expect(revised.receipt.datasets["arms-orders"]).toMatchObject({
      superseded: 1,
      unchanged: 2,
      added: 0,
    });
    const same = await take({...file("2026-11-03", 1, 3, 5)});
    expect(same.receipt.datasets["arms-orders"]).toMatchObject({
      superseded: 0,
      unchanged: 3,
      added: 0,
    });
  });

  it("keeps rejects aside: all counted, the first ten thousand with their line", async () => {
    const rows = [
      usd("IDN", 1),
      ...Array.from({length: 10_003}, (_, at) => ({reject: `bad ${at}`})),
    ];
    const {receipt} = await take({on: "2026-11-01", rows});
    expect(receipt).toMatchObject({rejected: 10_003, rejectsKept: 10_000});
    const kept = await ledger.rejects(receipt.id);
    expect(kept.length).toBe(10_000);
    expect(kept[0]).toEqual({line: 3, column: "year", why: "bad 0", raw: "…"});
    expect(await ledger.rejects("none")).toEqual([]);
  });

  it("makes a reject of a value that its column cannot hold", async () => {
    const {receipt} = await take({
      on: "2026-11-01",
      rows: [
        usd("IDN", Number.NaN),
        usd("IDN", 1, 2024.5),
        usd("IDN", 1, 3e9),
        {state: 7, year: 2024, usd: 1, basis: "test"},
        usd("MYS", 2),
      ],
    });
    expect(receipt).toMatchObject({rejected: 4, datasets: {gdp: {added: 1}}});
    const leaders = await take({
      on: "2026-11-01",
      dataset: "leaders",
      rows: [
        {
          state: "IDN",
          person: "x",
          office: "y",
          from_date: "2023-02-29",
          from_basis: "",
          source_dataset: "t",
        },
      ],
    });
    expect(leaders.receipt.rejected).toBe(1);
  });

  it("makes a reject of a row that no answer could read", async () => {
    const {receipt} = await take({
      on: "2026-11-01",
      rows: [{...usd("IDN", 1), usd: null}, usd("MYS", 2)],
    });
    expect(receipt).toMatchObject({rejected: 1, datasets: {gdp: {added: 1}}});
    expect(await ledger.rejects(receipt.id)).toMatchObject([
      {line: 2, column: "usd", why: "null cannot be read as usd of gdp"},
    ]);
    const sanction = (kinds: string) => ({sender: "USA", target: "RUS", year: 2025, kinds});
    const sanctions = await take({
      on: "2026-11-01",
      dataset: "sanctions-panel",
      rows: [sanction("trade;arms"), sanction("scolding")],
    });
    expect(sanctions.receipt).toMatchObject({
      rejected: 1,
      datasets: {"sanctions-panel": {added: 1}},
    });
    const book = await ledger.readFacts(foundingWatch, smallReference(), day("2026-11-01"));
    expect(book.gdp.some(({basis, usd: value}) => basis === "test" && value === 2)).toBe(true);
  });

  it("keeps nothing of a file that cannot be read to its end", async () => {
    const file = {on: "2026-11-01", rows: [usd("IDN", 1)]};
    const order = smallImport(file);
    async function* breaking() {
      yield* order.rows;
      throw new RangeError("the archive is damaged");
    }
    await expect(ledger.importRows({...order, rows: breaking()})).rejects.toThrow(
      new RangeError("the archive is damaged"),
    );
    expect(await known("2026-11-01")).toEqual([]);
    expect(await take(file)).toMatchObject({again: false, receipt: {datasets: {gdp: {added: 1}}}});
  });

  it("is refused for a day before one that has entries, because that day was answered already", async () => {
    await take({on: "2026-11-02", rows: [usd("IDN", 1)]});
    const late = take({on: "2026-11-01", rows: [usd("MYS", 1)]});
    await expect(late).rejects.toMatchObject({status: 409, exitCode: 2});
    await expect(late).rejects.toThrow("2026-11-02");
    expect(await known("2026-11-02")).toEqual(["IDN 2024 1"]);
  });

  it("gives a dataset that was left out its table", async () => {
    const rows = [{exporter: "IDN", importer: "RUS", year: 2020, value_usd: 5}];
    await expect(
      ledger.rows({dataset: "trade-cow", where: [], asOf: day("2026-11-01"), limit: 1, offset: 0}),
    ).rejects.toMatchObject({status: 400});
    await take({on: "2026-11-01", dataset: "trade-cow", rows});
    expect(await known("2026-11-01", "trade-cow", [])).toEqual(["IDN RUS 2020"]);
    expect((await ledger.health()).datasets).toContain("trade-cow");
    expect((await ledger.health()).datasets).not.toContain("distances");
  });

  it("waits for another to end, and both are kept", async () => {
    const [a, b] = await Promise.all([
      take({on: "2026-11-01", rows: [usd("IDN", 1)], name: "a.csv"}),
      take({on: "2026-11-01", rows: [usd("MYS", 1)], name: "b.csv"}),
    ]);
    expect([a.receipt.datasets.gdp?.added, b.receipt.datasets.gdp?.added]).toEqual([1, 1]);
    expect((await known("2026-11-01")).sort()).toEqual(["IDN 2024 1", "MYS 2024 1"]);
    expect((await ledger.verify()).whole).toBe(true);
  });
});
