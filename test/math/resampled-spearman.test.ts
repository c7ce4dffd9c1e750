import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {correlation, ranksOf, resampledSpearman} from "../../src/math/index.ts";

/** Each thing once. */
const spearman = (a: readonly number[], b: readonly number[]) =>
  resampledSpearman(a, b)(a.map(() => 1));

const pairs = fc.array(fc.tuple(fc.integer({min: -50, max: 50}), fc.integer({min: -50, max: 50})), {
  minLength: 4,
  maxLength: 30,
});

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
    expect(resampledSpearman([1, 2, 3], [1, 2, 3])([0, 4, 0])).toBeNaN();
  });

  it("of a draw is that of the list in which each thing stands as often as it was drawn", () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.nat({max: 3})), (drawn, stream) => {
        const times = drawn.map(() => stream.next().value as number);
        const written = drawn.flatMap((pair, at) => Array<typeof pair>(times[at] ?? 0).fill(pair));
        fc.pre(written.length >= 3);
        const whole = correlation(
          ranksOf(written.map(([one]) => one)),
          ranksOf(written.map(([, other]) => other)),
        );
        fc.pre(!Number.isNaN(whole));
        const [a, b] = [drawn.map(([one]) => one), drawn.map(([, other]) => other)];
        expect(resampledSpearman(a, b)(times)).toBeCloseTo(whole, 10);
      }),
    );
  });

  it("knows only orders, and is turned round with one of them", () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const [a, b] = [drawn.map(([one]) => one), drawn.map(([, other]) => other)];
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
