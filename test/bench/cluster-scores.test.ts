import {describe, expect, it} from "vitest";
import {bCubed, type Clustered, pairwise} from "../../bench/cluster-scores.ts";

const clustered = (...pairs: [truth: string, said: string][]): Clustered[] =>
  pairs.map(([truth, said]) => ({truth, said, scored: true}));

/** Bagga & Baldwin 1998, figures 1 to 3: chains of five, two and five; one response joins the last two, one the fives. */
const chains: [string, number][] = [
  ["A", 5],
  ["B", 2],
  ["C", 5],
];
const answer = (said: Record<string, string>) =>
  clustered(
    ...chains.flatMap(([truth, size]) =>
      Array.from({length: size}, (): [string, string] => [truth, said[truth] ?? truth]),
    ),
  );

describe("B-cubed", () => {
  it("tells a small wrong join from a large one, as in the example of its authors", () => {
    const small = bCubed(answer({B: "C"}));
    const large = bCubed(answer({C: "A"}));
    // (5 + 2 × 2/7 + 5 × 5/7) / 12 = 16/21 and (2 + 10 × 5/10) / 12 = 7/12: their 76 % and 58 %.
    expect(small.precision).toBeCloseTo(16 / 21, 12);
    expect(large.precision).toBeCloseTo(7 / 12, 12);
    expect([small.recall, large.recall]).toEqual([1, 1]);
  });

  it("scores only what it is asked about, in clusters of all", () => {
    const items = [
      ...clustered(["A", "1"]),
      {truth: "A", said: "2", scored: false},
      {truth: "B", said: "1", scored: false},
    ];
    expect(bCubed(items)).toEqual({precision: 0.5, recall: 0.5, f1: 0.5});
  });
});

describe("pairwise", () => {
  it("counts pairs: four are one, three are said to be, two are both", () => {
    // Truth {a b c} {d e}: 4 pairs. Said {a b} {c} {d e}: 2 right. With c and f wrongly joined: 3 said.
    const score = pairwise(
      clustered(["x", "1"], ["x", "1"], ["x", "2"], ["y", "3"], ["y", "3"], ["z", "2"]),
    );
    expect(score.precision).toBeCloseTo(2 / 3, 12);
    expect(score.recall).toBeCloseTo(2 / 4, 12);
    expect(score.f1).toBeCloseTo(4 / 7, 12);
  });

  it("finds nothing where everything is left alone", () => {
    expect(pairwise(clustered(["x", "1"], ["x", "2"])).f1).toBe(0);
  });
});
