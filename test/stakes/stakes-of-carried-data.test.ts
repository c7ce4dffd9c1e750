import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {movesFromFacts} from "../../src/ledger/index.ts";
import {measure} from "../../src/measures/index.ts";
import {parseWatch} from "../../src/sources/index.ts";
import {findStakes} from "../../src/stakes/index.ts";
import {day, type Stake, type Watch} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {cellsIn, textsIn} from "./small-series.ts";

const today = day("2026-11-24");

describe("stakes from the carried data", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let stakes: readonly Stake[];
  const stakesOf = async (watch: Watch, asOf = today, from = house) => {
    const {ledger, reference} = from;
    const book = await ledger.readFacts(watch, reference, asOf);
    const series = measure(book, watch, reference);
    const moves = movesFromFacts(book, watch, reference);
    return findStakes({book, watch, reference, series, moves, articles: []});
  };
  beforeAll(async () => {
    house = await foundingLedger();
    stakes = await stakesOf(house.watch);
  });
  afterAll(() => house.ledger.close());

  it("tells Russian deliveries of today, none, from Russian aircraft that still fly", () => {
    for (const state of ["IDN", "MYS"] as const) {
      expect(textsIn(stakes, `${state} RUS defence`, "benefits")[0]).toMatch(
        /^Russia supplied 0 % of the arms .* in 2021-2025: room to add a supplier$/,
      );
      expect(textsIn(stakes, `${state} RUS defence`, "risks")[0]).toMatch(
        /that Russia delivered in .* may still serve .*; none came in 2021-2025$/,
      );
    }
  });

  it("claims no sanctions of the United States on arms trade with Russia, for the panel lists none", () => {
    const arms = textsIn(stakes, "IDN RUS defence", "risks").filter((text) =>
      /^(Arms|Military|Trade).*sanctions/.test(text),
    );
    expect(arms).toEqual([
      expect.stringMatching(/^Arms and military sanctions on Russia by the European/),
    ]);
    expect(cellsIn(stakes, "IDN RUS defence", "risks").at(-1)?.about).not.toContain("USA");
    expect(textsIn(stakes, "IDN RUS trade", "risks").join()).toMatch(
      /the European Union, the United States/,
    );
  });

  it("counts the votes on Ukraine one by one: none as Russia chose, of 23", () => {
    expect(textsIn(stakes, "IDN RUS diplomacy", "risks")).toContain(
      "Indonesia chose as Russia did in 0 of 23 votes on Ukraine, 2014-2025",
    );
  });

  it("names the power that votes with Russia may alienate", () => {
    const [cell] = cellsIn(stakes, "MYS RUS diplomacy", "risks");
    expect(cell?.text).toMatch(/may alienate the United States$/);
    expect(cell?.figure?.interval).not.toBeNull();
  });

  it("shows figures of 2015 and 2016 as old ones", () => {
    expect(textsIn(stakes, "IDN RUS trade", "benefits")[0]).toMatch(/in 2016 \(10 years old\)/);
    expect(textsIn(stakes, "IDN RUS agriculture", "benefits")[0]).toMatch(
      /in 2015 \(11 years old\)/,
    );
  });

  it("fills rows of another watch, each cell short, evidenced and reaching whom it is about", async () => {
    const watch = parseWatch(
      "name: other\nstates: [VNM, KAZ, DEU]\npowers: [RUS, CHN, EU]\n",
      "other.yaml",
      house.reference,
    );
    const others = await stakesOf(watch);
    for (const {benefits, risks} of [...stakes, ...others])
      for (const cell of [...benefits, ...risks]) {
        expect(cell.text.length, cell.text).toBeLessThan(180);
        expect(cell.evidence.length, cell.text).toBeGreaterThan(0);
        const reached = cell.evidence.flatMap(({reaches}) => reaches.map(({party}) => party));
        expect(
          cell.about.filter((party) => !reached.includes(party)),
          cell.text,
        ).toEqual([]);
        expect(cell.about.length, cell.text).toBeGreaterThan(0);
      }
    const quantified = others.filter(({benefits, risks}) =>
      [...benefits, ...risks].some(({figure}) => figure !== null),
    );
    expect(new Set(quantified.map(({country}) => country)).size).toBe(3);
    expect(textsIn(others, "KAZ RUS defence", "risks").join()).toMatch(/reliance on one supplier/);
  });

  it("knew in 2014 nothing that was published later", async () => {
    const then = await stakesOf(house.watch, day("2014-06-01"));
    const cells = then.flatMap(({benefits, risks}) => [...benefits, ...risks]);
    expect(cells.every(({figure}) => figure === null || figure.vintage <= "2014-06-01")).toBe(true);
    expect(cells.some(({gap}) => gap?.why.includes("did not hold"))).toBe(true);
  });

  it("turns into gaps where a dataset is taken away", async () => {
    const without = await foundingLedger({without: ["arms-orders", "arms-deliveries"]});
    const left = await stakesOf(without.watch, today, without);
    await without.ledger.close();
    const [cell] = cellsIn(left, "IDN USA defence", "benefits");
    expect(cell).toMatchObject({
      text: "no quantified evidence",
      gap: {why: "the ledger did not hold arms-orders, arms-deliveries"},
    });
  });
});
