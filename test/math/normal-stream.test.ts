import {describe, expect, it} from "vitest";
import {logNormalCdf, type NormalStream, normalStream} from "../../src/math/index.ts";

const Phi = (x: number) => Math.exp(logNormalCdf(x));
const count = 40_000;

/** The greatest distance between the share of draws below x and what it should be (Kolmogorov & Smirnov). */
function distance(draw: (random: NormalStream) => number, cdf: (x: number) => number): number {
  const random = normalStream(7);
  const drawn = Float64Array.from({length: count}, () => draw(random)).sort();
  return drawn.reduce((worst, x, at) => Math.max(worst, Math.abs(cdf(x) - (at + 0.5) / count)), 0);
}
/** One in a thousand samples of this size is further off. */
const far = 1.95 / Math.sqrt(count);

describe("a stream of normal numbers", () => {
  it("is normal, in the middle and in the tails", () => {
    expect(distance((random) => random.normal(), Phi)).toBeLessThan(far);
    const random = normalStream(5);
    let beyond = 0;
    for (let i = 0; i < 1_000_000; i++) if (Math.abs(random.normal()) > 3.5) beyond += 1;
    // 465 are expected.
    expect(beyond).toBeGreaterThan(380);
    expect(beyond).toBeLessThan(550);
  });

  it("is normal below a bound, near or far", () => {
    for (const bound of [-4, -1.5, -1, 0, 0.7, 3])
      expect(
        distance(
          (random) => random.normalBelow(bound),
          (x) => Phi(x) / Phi(bound),
        ),
        `below ${bound}`,
      ).toBeLessThan(far);
  });

  it("is normal between two bounds, wherever they lie", () => {
    const bounds = [
      [-0.1, 0.2],
      [-3, 0.1],
      [-1, 4],
      [0.5, 0.6],
      [1, 9],
      [4, 4.2],
      [-2.5, -1],
      [-7, 7],
    ] as const;
    for (const [low, high] of bounds) {
      const cdf = (x: number) => {
        // In the upper tail Φ is 1 to the last digit: measured from the other side.
        if (low > 0) return 1 - (Phi(-x) - Phi(-high)) / (Phi(-low) - Phi(-high));
        return (Phi(x) - Phi(low)) / (Phi(high) - Phi(low));
      };
      const off = distance((random) => random.normalBetween(low, high), cdf);
      expect(off, `${low} to ${high}`).toBeLessThan(far);
    }
  });

  it("is the same for the same seed, another for another", () => {
    const some = (seed: number) => {
      const random = normalStream(seed);
      return [random.uniform(), random.normal(), random.normalBelow(-2), random.normal()];
    };
    expect(some(1)).toEqual(some(1));
    expect(some(1)).not.toEqual(some(2));
  });
});
