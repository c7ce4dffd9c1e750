import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Ledger, openLedger} from "../../src/store/index.ts";
import {factQueries} from "../../src/store/read-facts.ts";
import {carriedDatasetIds, type Day, day, type FactBook} from "../../src/world/index.ts";
import {makeLedger} from "./make-ledger.ts";
import {foundingWatch, smallReference} from "./small-reference.ts";

const today = day("2026-11-24");
const reference = smallReference();

const plain = (book: FactBook) =>
  JSON.stringify(book, (_, value) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );

/** Every array of the book, by name. */
/** Rows by name; mirrored flows are sums of rows, and no rows themselves. */
const arrays = (book: FactBook) =>
  Object.entries(book).filter(
    (entry): entry is [string, {row: number; recordedOn: Day}[]] =>
      Array.isArray(entry[1]) && entry[0] !== "mirrored",
  );

describe("facts of a watch", () => {
  let path: string;
  let ledger: Ledger;
  beforeAll(async () => {
    path = await makeLedger();
    ledger = await openLedger({path, readOnly: true});
  });
  afterAll(() => ledger.close());

  it("filters every read by the day on which it was known", () => {
    for (const {sql} of factQueries) {
      expect(sql).toContain("recorded_on <= CAST($asOf AS DATE)");
      expect(sql).toContain("withdrawn_on <= CAST($asOf AS DATE)");
    }
  });

  it("reads every kind of fact", async () => {
    const book = await ledger.readFacts(foundingWatch, reference, today);
    for (const [name, rows] of arrays(book)) expect(rows.length, name).toBeGreaterThan(0);
    expect(book.datasets.size).toBe(carriedDatasetIds.length);
    expect(book.worldEventsByYear.get(2014)).toBeGreaterThan(10_000);
  });

  it("agrees with the record of A/RES/ES-11/1", async () => {
    const book = await ledger.readFacts(foundingWatch, reference, today);
    const vote = book.rollCalls.find((one) => one.symbol === "A/RES/ES-11/1");
    expect(vote?.date).toBe("2022-03-02");
    expect(vote?.title).toMatch(/^Aggression against Ukraine/);
    expect(vote?.votes.get("IDN")).toBe("yes");
    expect(vote?.votes.get("RUS")).toBe("no");
    expect(vote?.votes.get("CHN")).toBe("abstain");
    expect(vote?.votes.get("VNM")).toBe("abstain");
  });

  it("gives days as text, lists as lists, and what the publisher left out as null", async () => {
    const book = await ledger.readFacts(foundingWatch, reference, today);
    const sukhoi = book.armsOrders.find(
      (one) => one.recipient === "MYS" && one.supplier === "RUS" && /^Su-30/.test(one.designation),
    );
    expect(sukhoi?.deliveryYears.length).toBeGreaterThan(0);
    expect(sukhoi?.recordedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(book.trade.some((one) => one.sitcSection === 3)).toBe(true);
    expect(book.trade.some((one) => one.sitcSection === null)).toBe(true);
    expect(book.leaders.some((one) => one.to === null)).toBe(true);
    expect(new Set(book.matrix.map((one) => one.year))).toEqual(new Set([2016]));
    expect(book.agreements.every((one) => one.members.length > 1)).toBe(true);
    expect(book.sanctions.every((one) => one.kinds.length > 0)).toBe(true);
  });

  it("gives the same bytes for the same day", async () => {
    const asOf = day("2024-06-30");
    const once = await ledger.readFacts(foundingWatch, reference, asOf);
    const again = await ledger.readFacts(foundingWatch, reference, asOf);
    expect(plain(again)).toBe(plain(once));
  });

  it("knows on a later day all that it knew before, and nothing from after the day", async () => {
    const days = fc.date({
      min: new Date("2015-01-01"),
      max: new Date("2026-11-24"),
      noInvalidDate: true,
    });
    await fc.assert(
      fc.asyncProperty(days, days, async (a, b) => {
        const [early = "", late = ""] = [a, b].map((one) => one.toISOString().slice(0, 10)).sort();
        const before = await ledger.readFacts(foundingWatch, reference, day(early));
        const after = new Map(
          arrays(await ledger.readFacts(foundingWatch, reference, day(late))).map(
            ([name, rows]) => [name, new Set(rows.map((one) => one.row))],
          ),
        );
        for (const [name, rows] of arrays(before)) {
          expect(rows.every((one) => one.recordedOn <= early)).toBe(true);
          expect(rows.every((one) => after.get(name)?.has(one.row))).toBe(true);
        }
      }),
      {numRuns: 8},
    );
  });

  it("keeps rows in the order of their dataset", async () => {
    const book = await ledger.readFacts(foundingWatch, reference, today);
    for (const [name, rows] of arrays(book)) {
      if (name === "trade") continue;
      expect(
        rows.every((one, at) => at === 0 || (rows[at - 1]?.row ?? 0) < one.row),
        name,
      ).toBe(true);
    }
  });

  it("reads another watch likewise", async () => {
    const watch = {...foundingWatch, states: ["KAZ", "VNM"], powers: ["RUS", "CHN", "EU"]};
    const book = await ledger.readFacts(watch, reference, today);
    expect(book.rollCalls.some((one) => one.votes.has("KAZ"))).toBe(true);
    expect(book.trade.some((one) => one.exporter === "KAZ")).toBe(true);
    expect(book.armsOrders.some((one) => one.recipient === "VNM" && one.supplier === "RUS")).toBe(
      true,
    );
  });
});

describe("a dataset taken away", () => {
  it("is not in the book, and its facts are none", async () => {
    const path = await makeLedger({without: ["arms-orders", "un-resolutions"]});
    const ledger = await openLedger({path, readOnly: true});
    const book = await ledger.readFacts(foundingWatch, reference, today);
    expect(book.datasets.has("arms-orders")).toBe(false);
    expect(book.armsOrders).toEqual([]);
    expect(book.rollCalls.length).toBeGreaterThan(5000);
    expect(book.rollCalls[0]?.title).toBe("");
    await expect(
      ledger.rows({dataset: "arms-orders", where: [], asOf: today, limit: 1, offset: 0}),
    ).rejects.toMatchObject({status: 400});
    await ledger.close();
  });

  it("leaves out what may not be used commercially", async () => {
    const lines: string[] = [];
    const path = await makeLedger({commercial: true, progress: (line) => lines.push(line)});
    const ledger = await openLedger({path, readOnly: true});
    const {datasets} = await ledger.health();
    await ledger.close();
    const barred = reference.datasets.filter((card) => !card.commercialUse).map((card) => card.id);
    expect(barred.length).toBeGreaterThan(0);
    expect(datasets.filter((id) => barred.includes(id))).toEqual([]);
    expect(datasets.length).toBe(carriedDatasetIds.length - barred.length);
    expect(lines.some((line) => line.startsWith(`${barred[0]}: left out`))).toBe(true);
  });
});
