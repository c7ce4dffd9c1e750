import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {standardDraws} from "../../src/math/index.ts";
import {
  buildGraph,
  chooseRecurrency,
  type Fact,
  inverseOf,
  meanRank,
  type RankedDays,
  rankByRecurrency,
  rankDays,
  scoreRanks,
  strictOf,
  trainScorer,
} from "../../src/models/index.ts";

const [a, b, c, d] = [0, 1, 2, 3];
const fact = (day: number, subject: number, object: number, relation = 0): Fact => ({
  day,
  subject,
  relation,
  object,
});
const strict = Array.from({length: 2}, () => ({fade: 1.0001, mix: 1}));

describe("a temporal graph", () => {
  it("is told in both directions, and what is told twice on a day is one fact", () => {
    const graph = buildGraph([fact(5, a, b), fact(5, a, b), fact(2, c, d)], {
      entities: 4,
      relations: 1,
    });
    expect(graph.days.map(({day}) => day)).toEqual([2, 5]);
    expect([...(graph.days[1]?.facts ?? [])]).toEqual([a, 0, b, b, 1, a]);
    expect(inverseOf(graph, 0)).toBe(1);
    expect(inverseOf(graph, 1)).toBe(0);
  });

  it("has no fact of an entity that it does not have", () => {
    expect(() => buildGraph([fact(1, a, 4)], {entities: 4, relations: 1})).toThrow("no such fact");
  });
});

describe("ranks", () => {
  it("of equal scores are the middle of their places", () => {
    expect(meanRank(0, 0)).toBe(1);
    expect(meanRank(0, 7)).toBe(4.5);
    expect(meanRank(2, 1)).toBe(3.5);
  });

  it("give a mean of reciprocals and shares within 1, 3 and 10", () => {
    const scores = scoreRanks([1, 2, 4, 20]);
    expect(scores.mrr).toBeCloseTo((1 + 0.5 + 0.25 + 0.05) / 4, 12);
    expect(scores).toMatchObject({hits1: 0.25, hits3: 0.5, hits10: 0.75, questions: 4});
  });

  it("never give more within 1 than within 10, nor an mrr outside 0 to 1", () => {
    fc.assert(
      fc.property(fc.array(fc.double({min: 1, max: 1e4, noNaN: true}), {minLength: 1}), (ranks) => {
        const {mrr, hits1, hits3, hits10} = scoreRanks(ranks);
        expect(mrr).toBeGreaterThan(0);
        expect(mrr).toBeLessThanOrEqual(1);
        expect(hits1).toBeLessThanOrEqual(hits3);
        expect(hits3).toBeLessThanOrEqual(hits10);
      }),
    );
  });
});

describe("recurrency", () => {
  /** A did it to B on day 1 and to C on day 2; what of day 3? */
  const asked = (...answers: number[]) => {
    const days = [fact(1, a, b), fact(2, a, c), ...answers.map((one) => fact(3, a, one))];
    const graph = buildGraph(days, {entities: 4, relations: 1});
    return {graph, stretch: {from: 2, to: 3, block: 1}};
  };

  it("expects again what was last, then what was before, then all others alike", () => {
    // Forward: C is first, B second, and D shares the places 3 and 4 with A. Backward, (C, was done to by) and
    // (B, was done to by) know A alone; (D, was done to by) knows nobody: A among four alike.
    for (const [answer, forward, backward] of [
      [c, 1, 1],
      [b, 2, 1],
      [d, 3.5, 2.5],
    ] as const) {
      const {graph, stretch} = asked(answer);
      const scores = rankByRecurrency(graph, stretch, strict);
      expect(scores.mrr).toBeCloseTo((1 / forward + 1 / backward) / 2, 12);
    }
  });

  it("ranks each right answer without the day's other right answers", () => {
    const {graph, stretch} = asked(b, c);
    expect(rankByRecurrency(graph, stretch, strict).mrr).toBe(1);
  });

  it("combined, knows who answers the relation to anyone", () => {
    // D never met C, but C was answer once, B once: C shares the first place with B.
    const graph = buildGraph([fact(1, a, b), fact(2, a, c), fact(3, d, c)], {
      entities: 4,
      relations: 1,
    });
    const combined = strict.map(({fade}) => ({fade, mix: 0.5}));
    const {mrr} = rankByRecurrency(graph, {from: 2, to: 3, block: 1}, combined);
    // Backward, (C, was done to by, ?) expects A, and D is one of three that nothing speaks for.
    expect(mrr).toBeCloseTo((1 / 1.5 + 1 / 3) / 2, 12);
  });

  it("knows nothing of a block's own days", () => {
    const graph = buildGraph([fact(1, a, b), fact(2, a, c), fact(3, a, c)], {
      entities: 4,
      relations: 1,
    });
    const known = rankByRecurrency(graph, {from: 1, to: 3, block: 1}, strict).mrr;
    const unknown = rankByRecurrency(graph, {from: 1, to: 3, block: 2}, strict).mrr;
    expect(unknown).toBeLessThan(known);
  });
});

describe("the learned scorer", () => {
  /** Whoever is announced is visited two days later, and never because of what was before. */
  const announced = () => {
    const draws = standardDraws(7);
    const facts: Fact[] = [];
    for (let day = 1; day <= 60; day++)
      for (let host = 0; host < 6; host++) {
        const guest = 6 + Math.floor(draws.uniform() * 40);
        facts.push(fact(day, host, guest, 0), fact(day + 2, host, guest, 1));
      }
    return buildGraph(facts, {entities: 46, relations: 2});
  };
  const graph = announced();
  const asked = {from: 50, to: 60, block: 1};
  const learn = () => trainScorer(graph, {from: 15, to: 50, block: 1, epochs: 3, seed: 1});

  let learned: RankedDays;
  beforeAll(() => {
    learned = rankDays(graph, learn(), asked, 1);
  });

  it("finds that one relation announces another, which recurrency cannot", () => {
    const floor = chooseRecurrency(graph, {from: 40, to: 50, block: 1});
    const combined = rankByRecurrency(graph, asked, floor).mrr;
    const strictly = rankByRecurrency(graph, asked, strictOf(floor)).mrr;
    expect(learned.mrr).toBeGreaterThan(Math.max(combined, strictly) + 0.15);
    expect(learned.found).toBeGreaterThan(0.97);
  });

  it("gives the same for the same seed", () => {
    expect(rankDays(graph, learn(), asked, 1)).toEqual(learned);
  });
});
