import {describe, expect, it} from "vitest";
import {adjustedRand} from "../../bench/adjusted-rand.ts";
import type {Clustered} from "../../bench/cluster-scores.ts";

/** Items from a table of counts: a row for each true cluster, a column for each that was made. */
function counted(table: readonly (readonly number[])[]): Clustered[] {
  return table.flatMap((row, truth) =>
    row.flatMap((count, said) =>
      Array.from({length: count}, () => ({said: `${said}`, truth: `${truth}`, scored: true})),
    ),
  );
}

describe("the adjusted Rand index", () => {
  it("is that of the worked example of Yeung & Ruzzo", () => {
    // "Details of the adjusted Rand index" (2001, supplement to Bioinformatics 17:763), table 2: ten items in three classes
    // and three clusters; 7 pairs are together in both, 14 and 13 in either, of 45. Their 0.313.
    const example = counted([
      [1, 1, 0],
      [1, 2, 1],
      [0, 0, 4],
    ]);
    expect(adjustedRand(example)).toBeCloseTo(
      (7 - (14 * 13) / 45) / ((14 + 13) / 2 - (14 * 13) / 45),
      12,
    );
    expect(adjustedRand(example)).toBeCloseTo(0.313, 3);
  });

  it("is 1 where the clusters are the true ones, whatever their names, and 0 where all are alone", () => {
    expect(
      adjustedRand(
        counted([
          [0, 3],
          [2, 0],
        ]),
      ),
    ).toBe(1);
    expect(
      adjustedRand(
        counted([
          [1, 1, 1, 0],
          [0, 0, 0, 1],
        ]),
      ),
    ).toBe(0);
  });

  it("leaves out what is not scored", () => {
    const scored = counted([
      [2, 0],
      [0, 2],
    ]);
    const other = {said: "0", truth: "1", scored: false};
    expect(adjustedRand([...scored, other])).toBe(1);
  });
});
