import {beforeAll, describe, expect, it} from "vitest";
import {
  type HedgingJudgement,
  hedgingIndicators,
  hedgingSignals,
  measure,
} from "../../src/measures/index.ts";
import {isGap, type Series} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {asOf, founding, reference} from "./real-book.ts";

let series: readonly Series[];
let found: readonly HedgingJudgement[];
const between = (all: readonly HedgingJudgement[], state: string, a: string, b: string) => {
  const one = all.find((each) => each.state === state && each.a === a && each.b === b);
  if (one === undefined) throw new Error(`no judgement of ${state} between ${a} and ${b}`);
  return one;
};

beforeAll(async () => {
  const {ledger} = await foundingLedger();
  const book = await ledger.readFacts(founding, reference, asOf);
  await ledger.close();
  series = measure(book, founding, reference, [
    "arms-stock-share",
    "un-side-taking",
    "un-side-lean",
  ]);
  found = hedgingSignals({series, moves: [], asOf}, founding, reference);
});

describe("hedging", () => {
  it("is a judgement from five indicators for each of two powers, each cited or a gap, and never a number", () => {
    for (const one of found) {
      expect(one.basis).toBe("judgement");
      expect(Object.values(one).some((value) => typeof value === "number")).toBe(false);
      for (const power of [one.a, one.b])
        expect(
          one.signals.filter((each) => each.power === power).map(({indicator}) => indicator),
        ).toEqual([...hedgingIndicators]);
      for (const {says, evidence} of one.signals) expect(evidence.length > 0).toBe(!isGap(says));
    }
  });

  it("finds Indonesia's signals offset one another: an exercise and votes with Russia, arms of the United States", () => {
    const {reading, because, signals} = between(found, "IDN", "RUS", "USA");
    expect(reading).toBe("offsetting");
    expect(because).toMatch(/^tied to Russia by exercises, votes; to the United States by arms/);
    const exercise = signals.find(
      ({indicator, power}) => indicator === "exercises" && power === "RUS",
    );
    expect(exercise?.text).toMatch(/Orruda 2024/);
    expect(exercise?.evidence[0]).toMatchObject({
      kind: "reference",
      table: "tracks/joint-exercises",
    });
  });

  it("takes no vote for a tie that most of the region casts too: Malaysia's with Russia against the United States", () => {
    const {reading, signals} = between(found, "MYS", "RUS", "USA");
    const votes = signals.find(({indicator, power}) => indicator === "votes" && power === "RUS");
    expect(votes?.text).toMatch(/82\.5 % against a mean of 81\.4 % in South-eastern Asia/);
    expect(votes?.says).toBe("none");
    expect(reading).toBe("too little known");
  });

  it("says that too little is known where security ties may be missing from what was read", () => {
    const {reading, because} = between(found, "MYS", "RUS", "CHN");
    expect(reading).toBe("too little known");
    expect(because).toMatch(/not known: .*exercises \(RUS\)/);
  });

  it("is not asked between two powers that stand in one camp", () => {
    expect(found.some(({a, b}) => a === "USA" && b === "EU")).toBe(false);
  });

  it("knows nothing where nothing is known", () => {
    const nothing = hedgingSignals({series: [], moves: [], asOf}, founding, {
      ...reference,
      pledgeBook: () => ({...reference.pledgeBook(), rows: []}),
    });
    for (const {reading, signals} of nothing) {
      expect(reading).toBe("too little known");
      expect(signals.every(({says}) => isGap(says))).toBe(true);
    }
  });
});
