import {existsSync, readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {
  type ClaimOnFigures,
  foundingClaims,
  measure,
  type RankStability,
  rankStability,
} from "../../src/measures/index.ts";
import {isGap, type Series} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {asOf, founding, reference} from "./real-book.ts";

const seed = "../shared/seed/000_ab535f622235b56c.txt";
let claims: readonly ClaimOnFigures[];
let series: readonly Series[];
const verdictOn = (state: string, words: RegExp) => {
  const one = claims.find((each) => each.state === state && words.test(each.claim));
  if (one === undefined) throw new Error(`no claim ${words} of ${state}`);
  return one;
};

beforeAll(async () => {
  const {ledger} = await foundingLedger();
  const book = await ledger.readFacts(founding, reference, asOf);
  await ledger.close();
  series = measure(book, founding, reference);
  claims = foundingClaims(series, {states: founding.states, reference, asOf});
});

describe("the founding text's claims on our figures", () => {
  it("get a verdict in words, with the figures that carry it", () => {
    expect(claims).toHaveLength(16);
    for (const {verdict, because, evidence, claim} of claims) {
      expect(because, claim).toMatch(/\.$/);
      expect(because, claim).not.toMatch(/NaN|undefined|null/);
      // What leaves a claim open is shown too; nothing is shown only where nothing is known.
      expect(evidence.length === 0, claim).toBe(/^No figure of /.test(because));
      if (evidence.length === 0) expect(verdict).toBe("not tested");
    }
  });

  it("are stale where the newest figure is older than statistics take to come out, and say how old", () => {
    const closer = verdictOn("IDN", /closer to Russia/);
    expect(closer.verdict).toBe("stale");
    expect(closer.because).toMatch(/-11\.0 % a year in 2002-2014 .* newer than 2014/);
    expect(verdictOn("MYS", /Western markets/).verdict).toBe("stale");
  });

  it("are not contradicted by a register of a part of what they speak of, nor where the text says only that it could be", () => {
    const arms = verdictOn("IDN", /military equipment/);
    expect(arms).toMatchObject({mode: "held possible", verdict: "not tested"});
    expect(arms.because).toMatch(/^0 % .* in 2021-2025 .*in 2001-2005/);
    expect(arms.because).toMatch(
      /does not speak against it: the text says only that it could be, and .*upkeep.* are not counted\.$/,
    );
    expect(arms.evidence.length).toBeGreaterThan(0);
  });

  it("are contradicted by a figure of now that counts the whole of what is stated", () => {
    const sided = foundingClaims(
      series.map((one) =>
        /^un-side-taking\/IDN\/RUS\/against-EU-on-ukraine/.test(one.id)
          ? {
              ...one,
              points: one.points.map((point) =>
                isGap(point.figure) ? point : {...point, figure: {...point.figure, value: 0.9}},
              ),
            }
          : one,
      ),
      {states: ["IDN"], reference, asOf},
    ).find(({claim}) => /takes no side/.test(claim));
    expect(sided).toMatchObject({mode: "stated", verdict: "contradicted"});
    const outside = foundingClaims(series, {states: ["BRA"], reference, asOf}).find(({claim}) =>
      /Non-Aligned/.test(claim),
    );
    expect(outside?.verdict).toBe("contradicted");
    expect(outside?.evidence.length).toBeGreaterThan(0);
  });

  it("are left open where the interval of a figure of now reaches to both sides", () => {
    const trend = (low: number, high: number) =>
      foundingClaims(
        series.map((one) =>
          one.id === "icews-cooperation-trend/IDN/RUS"
            ? {
                ...one,
                points: one.points.map((point) =>
                  isGap(point.figure)
                    ? point
                    : {
                        ...point,
                        figure: {
                          ...point.figure,
                          vintage: "2026",
                          interval: {low, high, level: 0.9},
                        },
                      },
                ),
              }
            : one,
        ),
        {states: ["IDN"], reference, asOf},
      ).find(({claim}) => /closer/.test(claim))?.verdict;
    expect(trend(-20, 3)).toBe("not tested");
    expect(trend(-20, -3)).toBe("contradicted");
    expect(trend(3, 20)).toBe("supported");
  });

  it.skipIf(!existsSync(seed))("quote the text word for word", () => {
    const text = readFileSync(seed, "utf8");
    for (const {said} of claims) expect(text).toContain(said);
  });

  it("are supported by votes and memberships of now", () => {
    for (const state of ["IDN", "MYS"]) {
      expect(verdictOn(state, /takes no side/).verdict).toBe("supported");
      expect(verdictOn(state, /Non-Aligned/).verdict).toBe("supported");
    }
  });

  it("are not tested where nothing is known", () => {
    const nothing = foundingClaims([], {states: ["IDN"], reference, asOf});
    expect(nothing.filter(({claim}) => !/ASEAN/.test(claim)).map(({verdict}) => verdict)).toEqual(
      Array(7).fill("not tested"),
    );
  });
});

describe("ranks of the powers when a source is missing", () => {
  it("tell for each source whether the nearest power stays and whose rank leaves its interval", () => {
    const found: readonly RankStability[] = rankStability(series, founding.states, founding.powers);
    expect(found.length).toBeGreaterThan(4);
    for (const {state, nearest, nearestWithout, movedOut, nearestIn, leftOut} of found) {
      expect(nearestIn).toBeGreaterThan(1 / founding.powers.length);
      for (const {power, series: id, period} of leftOut) {
        const one = series.find((each) => each.id === id);
        expect(one).toMatchObject({state, partner: power});
        expect(one?.points.some((point) => point.period === period)).toBe(true);
      }
      expect(leftOut).toHaveLength(founding.powers.length);
      expect(founding.states).toContain(state);
      for (const power of [nearest, nearestWithout, ...movedOut])
        expect(founding.powers).toContain(power);
    }
  });

  it("are none where nothing ranks them", () => {
    expect(rankStability([], founding.states, founding.powers)).toEqual([]);
  });
});
