import {describe, expect, it} from "vitest";
import {sanctionEffect as estimated, hasSanctionData} from "../../bench/sanction-effect.ts";
import {sanctionEffect} from "../../src/models/index.ts";

const data = "../shared/data";

describe.skipIf(!hasSanctionData(data))("the carried effect of a trade sanction", () => {
  it("is what gravity says of the sanctions and the trade of 1964 to 2016", () => {
    const {estimate, standardError, agreement, observations, sanctioned} = estimated(data);
    expect(estimate).toBeCloseTo(sanctionEffect.estimate, 4);
    expect(standardError).toBeCloseTo(sanctionEffect.standardError, 4);
    expect([observations, sanctioned]).toEqual([287_163, 1584]);
    // An agreement goes the other way.
    expect(agreement).toBeGreaterThan(0);
  }, 300_000);
});
