import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ranksOf, spearman} from "../../src/math/index.ts";

describe("Spearman's rank correlation", () => {
  it("gives R's figures: cor(x, y, method = 'spearman')", () => {
    expect(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207827, 7);
    expect(
      spearman(
        [86, 97, 99, 100, 101, 103, 106, 110, 112, 113],
        [2, 20, 28, 27, 50, 29, 7, 17, 6, 12],
      ),
    ).toBeCloseTo(-29 / 165, 12);
  });

  it("gives ties their mean rank", () => {
    expect([...ranksOf([10, 20, 20, 5])]).toEqual([2, 3.5, 3.5, 1]);
  });

  it("is not known where nothing can be ordered", () => {
    expect(spearman([1, 2], [2, 1])).toBeNaN();
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNaN();
  });

  it("knows only orders, and is turned round with one of them", () => {
    const values = fc.array(
      fc.tuple(fc.integer({min: -50, max: 50}), fc.integer({min: -50, max: 50})),
      {
        minLength: 4,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(values, (pairs) => {
        const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const r = spearman(a, b);
        fc.pre(!Number.isNaN(r));
        expect(
          spearman(
            a.map((one) => Math.exp(one / 20)),
            b,
          ),
        ).toBeCloseTo(r, 10);
        expect(
          spearman(
            a.map((one) => -one),
            b,
          ),
        ).toBeCloseTo(-r, 10);
      }),
    );
  });
});
