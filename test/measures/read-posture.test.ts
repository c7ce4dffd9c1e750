import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dualChance, readPosture, tiltDraws} from "../../src/measures/read-posture.ts";

const certain = (cooperation: number, conflict: number) => ({
  cooperation: new Float64Array(100).fill(cooperation),
  conflict: new Float64Array(100).fill(conflict),
});

describe("the reading of a place", () => {
  it("tells high with both from low with both", () => {
    expect(readPosture(certain(2, 0.5), certain(3, 0.5))).toBe("dual");
    expect(readPosture(certain(0.3, 0.5), certain(0.2, 0.5))).toBe("distant");
  });

  it("is contested where conflict with either is above expectation, and more so than co-operation", () => {
    expect(readPosture(certain(1.5, 4), certain(5, 0.5))).toBe("contested");
    expect(readPosture(certain(0.1, 0.5), certain(0.1, 3))).toBe("contested");
  });

  it("is not dual where much co-operation comes with more conflict than expected", () => {
    expect(readPosture(certain(5, 2), certain(5, 0.5))).toBe("unclear");
  });

  it("is aligned where one is above and the other below", () => {
    expect(readPosture(certain(2, 0.5), certain(0.5, 0.5))).toBe("aligned");
    expect(readPosture(certain(0.5, 0.5), certain(2, 0.5))).toBe("aligned");
  });

  it("is unclear where draws disagree", () => {
    const split = {
      cooperation: Float64Array.from({length: 100}, (_, at) => (at % 2 === 0 ? 2 : 0.5)),
      conflict: new Float64Array(100).fill(0.5),
    };
    expect(readPosture(split, certain(2, 0.5))).toBe("unclear");
  });

  it("lowers the chance of dual engagement as the bar rises", () => {
    const draws = {
      cooperation: Float64Array.from({length: 100}, (_, at) => at / 50),
      conflict: new Float64Array(100).fill(0.5),
    };
    expect(dualChance(draws, draws, 0.8)).toBeGreaterThan(dualChance(draws, draws, 1.25));
  });
});

describe("tilt", () => {
  const engagement = fc.double({min: 1e-4, max: 1e4, noNaN: true});

  it("lies within [−1, 1] and is negated exactly when the powers are swapped", () => {
    fc.assert(
      fc.property(engagement, engagement, (a, b) => {
        const [one] = tiltDraws(certain(a, 1), certain(b, 1));
        const [other] = tiltDraws(certain(b, 1), certain(a, 1));
        expect(Math.abs(one as number)).toBeLessThanOrEqual(1);
        expect((one as number) + (other as number)).toBe(0);
      }),
    );
  });
});
