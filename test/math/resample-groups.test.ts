import {describe, expect, it} from "vitest";
import {quantile, resampleGroups, seedOf} from "../../src/math/index.ts";

const spread = (draws: Float64Array | undefined) => {
  const sorted = [...(draws ?? [])].sort((a, b) => a - b);
  return quantile(sorted, 0.95) - quantile(sorted, 0.05);
};

describe("resampling groups", () => {
  it("draws the same for the same seed, and otherwise for another", () => {
    const groups = [
      [3, 1],
      [0, 2],
      [5, 0],
    ];
    expect(resampleGroups(groups, 50, 7)).toEqual(resampleGroups(groups, 50, 7));
    expect(resampleGroups(groups, 50, 7)).not.toEqual(resampleGroups(groups, 50, 8));
  });

  it("gives wider bands where votes come in families than where each stands alone", () => {
    const alone = Array.from({length: 100}, (_, at) => (at < 50 ? [1, 0] : [0, 1]));
    const families = Array.from({length: 10}, (_, at) => (at < 5 ? [10, 0] : [0, 10]));
    const narrow = spread(resampleGroups(alone, 400, 1)[0]);
    expect(narrow).toBeCloseTo(2 * 1.645 * Math.sqrt(0.25 / 100), 1);
    expect(spread(resampleGroups(families, 400, 1)[0])).toBeGreaterThan(2 * narrow);
  });

  it("gives shares that add up to one", () => {
    const [a, b] = resampleGroups(
      [
        [1, 4],
        [2, 2],
      ],
      30,
      3,
    );
    for (let draw = 0; draw < 30; draw++)
      expect((a?.[draw] ?? 0) + (b?.[draw] ?? 0)).toBeCloseTo(1, 12);
  });
});

describe("a seed from words", () => {
  it("is FNV-1a of the words, and tells them apart", () => {
    expect(seedOf("")).toBe(0x811c9dc5 | 0);
    expect(seedOf("a")).toBe(0xe40c292c | 0);
    expect(seedOf("ab", "c")).not.toBe(seedOf("a", "bc"));
  });
});
