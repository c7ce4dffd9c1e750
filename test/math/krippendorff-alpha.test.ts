import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {alphaInterval, krippendorffAlpha, type Unit} from "../../src/math/index.ts";

/** Krippendorff 2011, example D: four people, twelve things, missing values. */
const people = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const published: Unit[] = Array.from({length: 12}, (_, thing) =>
  people.map((values) => values[thing] ?? null),
);

const anyUnits = fc.array(
  fc.array(fc.option(fc.integer({min: 1, max: 5}), {nil: null}), {minLength: 3, maxLength: 3}),
  {minLength: 2, maxLength: 12},
);

describe("Krippendorff's alpha", () => {
  it.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as const)("is, %s, what the published example gives", (level, value) => {
    expect(krippendorffAlpha(published, level)).toBeCloseTo(value, 3);
  });

  it("of two people and yes or no is what the paper's first example gives", () => {
    const first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    const units = first.map((value, at) => [value, second[at] ?? null]);
    expect(krippendorffAlpha(units, "nominal")).toBeCloseTo(0.095, 3);
  });

  it("is 1 where all agree on things that differ, and none where nothing could differ", () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        "nominal",
      ),
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        "nominal",
      ),
    ).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        "interval",
      ),
    ).toBeNull();
    expect(krippendorffAlpha([], "ratio")).toBeNull();
  });

  it("never exceeds 1, and does not depend on who is named first or on things that one person valued", () => {
    fc.assert(
      fc.property(
        anyUnits,
        fc.constantFrom("nominal", "ordinal", "interval", "ratio"),
        (units, level) => {
          const alpha = krippendorffAlpha(units, level);
          const turned = krippendorffAlpha(
            units.map((unit) => [...unit].reverse()),
            level,
          );
          const more = krippendorffAlpha([...units, [null, 4, null]], level);
          if (alpha === null) {
            expect([turned, more]).toEqual([null, null]);
            return;
          }
          expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
          expect(turned).toBeCloseTo(alpha, 10);
          expect(more).toBeCloseTo(alpha, 10);
        },
      ),
    );
  });

  it("has an interval that is the same for the same seed and holds alpha", () => {
    const how = {draws: 500, seed: 7, confidence: 0.9};
    const interval = alphaInterval(published, "nominal", how);
    expect(alphaInterval(published, "nominal", how)).toEqual(interval);
    expect(interval?.low).toBeLessThan(0.743);
    expect(interval?.high).toBeGreaterThan(0.743);
    expect(alphaInterval([[1, 1]], "nominal", how)).toBeNull();
  });
});
