import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {movesFromFacts} from "../../src/ledger/index.ts";
import {measure} from "../../src/measures/index.ts";
import {findStakes} from "../../src/stakes/index.ts";
import {
  type Cell,
  day,
  type Evidence,
  type RowsEvidence,
  type Stake,
} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

const today = day("2026-11-24");

/** Every line of the Stakes table of the founding watch is walked from its sentence to the rows behind it. */
describe("the stakes of the founding watch, line by line", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let stakes: readonly Stake[];
  let cells: readonly Cell[];
  beforeAll(async () => {
    house = await foundingLedger();
    const {ledger, reference, watch} = house;
    const book = await ledger.readFacts(watch, reference, today);
    const series = measure(book, watch, reference);
    const moves = movesFromFacts(book, watch, reference);
    stakes = findStakes({book, watch, reference, series, moves, articles: []});
    cells = stakes.flatMap(({benefits, risks}) => [...benefits, ...risks]);
  });
  afterAll(() => house.ledger.close());

  it("hold a benefit and a risk for every state, power and sector, or say that nothing is quantified", () => {
    const {states, powers, sectors} = house.watch;
    const rows = new Set(
      stakes.map(({country, partner, sector}) => `${country} ${partner} ${sector}`),
    );
    for (const country of states)
      for (const partner of powers)
        for (const sector of sectors)
          expect(
            rows.has(`${country} ${partner} ${sector}`),
            `${country} ${partner} ${sector}`,
          ).toBe(true);
    for (const {benefits, risks, ...row} of stakes) {
      expect(benefits.length, JSON.stringify(row)).toBeGreaterThan(0);
      expect(risks.length, JSON.stringify(row)).toBeGreaterThan(0);
    }
  });

  it("are a figure or a gap, never neither and never both", () => {
    expect(cells.length).toBeGreaterThan(150);
    for (const {text, figure, gap} of cells)
      expect((figure === null) !== (gap === null), text).toBe(true);
  });

  it("say their figure with its interval, or why it has none, its recipe, coverage, vintage and grade", () => {
    const told = cells.filter(({figure}) => figure !== null);
    expect(told.length).toBeGreaterThan(80);
    for (const {text, figure, grade} of told) {
      if (figure === null) continue;
      expect(Number.isFinite(figure.value), text).toBe(true);
      if (figure.interval === null) expect(figure.intervalNote, text).not.toBe("");
      else {
        const {low, high} = figure.interval;
        expect(
          low <= figure.value && figure.value <= high,
          `${text}: ${low} ${figure.value} ${high}`,
        ).toBe(true);
        expect(text, "an interval is in the sentence").toMatch(/\d+ %: |bounds /);
      }
      expect(figure.method.id.length, text).toBeGreaterThan(0);
      expect(figure.coverage.length, text).toBeGreaterThan(0);
      expect(figure.vintage, text).toMatch(/\d{4}/);
      expect(grade, text).not.toBeNull();
      // A sentence tells a number, though a small count may stand as a word.
      expect(text).toMatch(/\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|no|none)\b/i);
    }
  });

  it("lead to rows that are in the ledger, as many as the evidence says", async () => {
    const rows = new Map<string, RowsEvidence>();
    for (const one of cells.flatMap(({evidence}) => evidence))
      if (one.kind === "rows") rows.set(JSON.stringify([one.dataset, one.where]), one);
    expect(rows.size).toBeGreaterThan(60);
    await Promise.all(
      [...rows.values()].map(async ({dataset, where, count, quote}) => {
        const found = await house.ledger.rows({dataset, where, asOf: today, limit: 1, offset: 0});
        expect(found.total, `${dataset}: ${quote}`).toBe(count);
        expect(count, quote).toBeGreaterThan(0);
      }),
    );
  }, 300_000);

  it("cite what they rest on: rows, a source with its words, or where was looked and nothing found", () => {
    const cited = (one: Evidence): boolean => {
      if (one.kind === "rows") return one.quote !== "" && one.vintage !== "";
      if (one.kind === "searched") return one.datasets.length > 0;
      return true;
    };
    for (const {text, evidence} of cells) {
      expect(evidence.length, text).toBeGreaterThan(0);
      expect(evidence.every(cited), text).toBe(true);
    }
  });
});
