import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  chooseQuestions,
  fitLogistic,
  likelihoodTerm,
  rollForward,
  type SettledQuestion,
  scoreQuestions,
  thresholdOf,
  type YearlyBook,
  type YearlySeries,
} from "../../src/models/index.ts";
import {reference} from "../sources/real-reference.ts";

const codes = ["IDN", "MYS", "RUS", "USA", "CHN", "THA", "VNM", "PHL", "JPN", "AUS"] as const;

/** A series of verbal co-operation over the years from 2000. */
function series(counts: readonly number[], source = "IDN", target = "RUS"): YearlySeries {
  return {
    source,
    target,
    measure: "verbal_cooperation",
    values: new Map(counts.map((count, i) => [2000 + i, count])),
  } as YearlySeries;
}

describe("a question", () => {
  it("asks for more than the median of the five years before, none of them missing", () => {
    expect(thresholdOf(series([9, 4, 8, 2, 6, 50]), "more", 2005)).toBe(6);
    expect(thresholdOf(series([9, 4, 8, 2]), "more", 2004)).toBeNull();
    expect(thresholdOf(series([9, 4, 8, 2, 6]), "any", 2005)).toBe(0);
  });

  it("is left out where it nearly always comes out one way", () => {
    const always = chooseQuestions(
      Array.from({length: 9}, () => series(Array.from({length: 30}, () => 7))),
      2030,
      reference,
    );
    // Acts every year, and never more than before.
    expect(always).toEqual([]);
    const turns = chooseQuestions([series([3, 0, 3, 0, 3, 0, 3, 0, 3, 0])], 2010, reference);
    expect(turns.map(({form}) => form).sort()).toEqual(["any"]);
    for (const {baseRate} of turns) {
      expect(baseRate).toBeGreaterThan(0.05);
      expect(baseRate).toBeLessThan(0.95);
    }
  });

  it("says before it opens what rows settle it", () => {
    const [question] = chooseQuestions([series([1, 3, 2, 5, 4, 1, 6])], 2007, reference).filter(
      ({form}) => form === "more",
    );
    expect(question?.text).toBe(
      "In 2007, are more than 4 acts of verbal co-operation by Indonesia towards Russia reported (the median of the five years before)?",
    );
    expect(question?.settledBy).toMatchObject({
      dataset: "icews-pairs",
      where: [
        {column: "year", in: [2007]},
        {column: "source", in: ["IDN"]},
        {column: "target", in: ["RUS"]},
      ],
    });
  });
});

const bookOf = (all: readonly YearlySeries[], years: number): YearlyBook => ({
  series: all,
  eventYears: Array.from({length: years}, (_, i) => 2000 + i),
  voteYears: [],
  worldByYear: new Map(Array.from({length: years}, (_, i) => [2000 + i, 1000])),
});

/** Every other year is a busy one, for some pairs the even and for some the odd. */
const alternating = (years: number) =>
  codes.flatMap((source, s) =>
    codes
      .filter((target) => target !== source)
      .map((target, t) =>
        series(
          Array.from({length: years}, (_, year) => ((year + s + t) % 2 === 0 ? 12 : 3)),
          source,
          target,
        ),
      ),
  );

describe("rolling forward", () => {
  it("learns what follows what, and beats the base rate where there is something to learn", () => {
    const {settled, open} = rollForward(bookOf(alternating(14), 14), reference);
    const late = settled.filter(({year}) => year >= 2010);
    expect(late.length).toBeGreaterThan(50);
    const record = scoreQuestions(late, reference.likelihood);
    expect(record.ours.brier.value).toBeLessThan(record.baseRate.brier.value / 2);
    expect(record.gainOnBaseRate.low).toBeGreaterThan(0);
    expect(new Set(open.map(({year}) => year))).toEqual(new Set([2014]));
  });

  it("never looks at the year it asks about, nor later", () => {
    const cut = (last: number) => (one: YearlySeries) => ({
      ...one,
      values: new Map(
        [...one.values].map(([year, value]) => [year, year < last ? value : value + 40]),
      ),
    });
    const asked = (all: readonly YearlySeries[]) =>
      rollForward(bookOf(all, 14), reference)
        .settled.filter(({year}) => year <= 2010)
        .map(({id, probability, baseRate, lastValue}) => ({id, probability, baseRate, lastValue}));
    expect(asked(alternating(14).map(cut(2010)))).toEqual(asked(alternating(14)));
  });

  it("is void where the year has no value, and nothing is learned from it", () => {
    const gone = alternating(14).map((one, i) =>
      i === 0 ? {...one, values: new Map([...one.values].filter(([year]) => year !== 2013))} : one,
    );
    const {settled} = rollForward(bookOf(gone, 14), reference);
    const voids = settled.filter(({outcome}) => outcome === null);
    expect(voids.length).toBeGreaterThan(0);
    expect(new Set(voids.map(({year}) => year))).toEqual(new Set([2013]));
  });
});

const settledAs = (
  probability: number,
  outcome: boolean | null,
  pair: readonly [string, string] = ["IDN", "RUS"],
): SettledQuestion =>
  ({
    source: pair[0],
    target: pair[1],
    probability,
    baseRate: 0.5,
    lastValue: 0.5,
    year: 2010,
    outcome,
  }) as SettledQuestion;

describe("scores", () => {
  it("are Brier's and Good's, by hand", () => {
    const record = scoreQuestions(
      [settledAs(0.8, true), settledAs(0.4, false), settledAs(0.9, false, ["MYS", "USA"])],
      reference.likelihood,
    );
    expect(record.ours.brier.value).toBeCloseTo((0.04 + 0.16 + 0.81) / 3, 12);
    expect(record.ours.logScore.value).toBeCloseTo(
      -(Math.log(0.8) + Math.log(0.6) + Math.log(0.1)) / 3,
      12,
    );
    expect(record.baseRate.brier.value).toBeCloseTo(0.25, 12);
    expect(record).toMatchObject({wins: 2, losses: 1, even: 0, pairs: 2, voids: 0});
    expect(record.ours.brier.low).toBeLessThanOrEqual(record.ours.brier.value);
    expect(record.ours.brier.high).toBeGreaterThanOrEqual(record.ours.brier.value);
  });

  it("take voids at both bounds", () => {
    const {voidShare, brierWithVoids} = scoreQuestions(
      [settledAs(0.5, true), settledAs(0.9, null)],
      reference.likelihood,
    );
    expect(voidShare).toBe(0.5);
    expect(brierWithVoids.best).toBeCloseTo((0.25 + 0.01) / 2, 12);
    expect(brierWithVoids.worst).toBeCloseTo((0.25 + 0.81) / 2, 12);
  });

  it("use the seven words of ICD 203, and put every question in one band", () => {
    const word = (p: number) => likelihoodTerm(p, reference.likelihood);
    expect([0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99].map(word)).toEqual([
      "almost no chance",
      "very unlikely",
      "unlikely",
      "roughly even chance",
      "likely",
      "very likely",
      "almost certain",
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({min: 0.01, max: 0.99, noNaN: true}), fc.boolean()), {
          minLength: 1,
          maxLength: 40,
        }),
        (said) => {
          const {calibration} = scoreQuestions(
            said.map(([probability, outcome]) => settledAs(probability, outcome)),
            reference.likelihood,
          );
          expect(calibration.reduce((sum, {questions}) => sum + questions, 0)).toBe(said.length);
        },
      ),
      {numRuns: 20},
    );
  });
});

describe("ridge logistic regression", () => {
  it("without a ridge gives the log-odds of a table of two by two", () => {
    // 3 of 4 happened with the sign, 1 of 4 without: log-odds ln 3 and −ln 3.
    const rows = [1, 1, 1, 1, 0, 0, 0, 0].map((x) => [x]);
    const outcomes = [true, true, true, false, true, false, false, false];
    const {constant, coefficients} = fitLogistic(rows, outcomes, 0);
    expect(constant).toBeCloseTo(-Math.log(3), 8);
    expect(coefficients[0]).toBeCloseTo(2 * Math.log(3), 8);
    expect(Math.abs(fitLogistic(rows, outcomes, 10).coefficients[0] ?? 0)).toBeLessThan(1);
  });
});
