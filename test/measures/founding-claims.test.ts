import {beforeAll, describe, expect, it} from "vitest";
import {
  type ClaimOnFigures,
  foundingClaims,
  measure,
  type RankStability,
  rankStability,
} from "../../src/measures/index.ts";
import type {Series} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {asOf, founding, reference} from "./real-book.ts";

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
      expect(evidence.length > 0, claim).toBe(verdict !== "not tested");
    }
  });

  it("are stale where the newest figure is older than statistics take to come out, and say how old", () => {
    const closer = verdictOn("IDN", /closer to Russia/);
    expect(closer.verdict).toBe("stale");
    expect(closer.because).toMatch(/-11\.0 % a year in 2002-2014 .* newer than 2014/);
    expect(verdictOn("MYS", /Western markets/).verdict).toBe("stale");
  });

  it("are contradicted by a figure of now: no arms of Russia were delivered in 2021-2025", () => {
    const arms = verdictOn("IDN", /military equipment/);
    expect(arms.verdict).toBe("contradicted");
    expect(arms.because).toMatch(/^0 % .* in 2021-2025 .*in 2001-2005/);
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
    for (const {state, nearest, nearestWithout, movedOut} of found) {
      expect(founding.states).toContain(state);
      for (const power of [nearest, nearestWithout, ...movedOut])
        expect(founding.powers).toContain(power);
    }
  });

  it("are none where nothing ranks them", () => {
    expect(rankStability([], founding.states, founding.powers)).toEqual([]);
  });
});
