import {describe, expect, it} from "vitest";
import {keptWithin, pledgeSurvival} from "../../src/measures/index.ts";
import {isGap} from "../../src/world/index.ts";
import {settled, step, thread} from "../pledges/small-thread.ts";

const told = {what: "arms orders", vintage: "2025", evidence: []};
const kept = thread([step("contract", "2014"), step("delivered", "2016", 1)]);

describe("a share of commitments of which all were kept", () => {
  it.each([
    // Clopper and Pearson 1934, two-sided 90 %: the n-th root of 0.05.
    [2, 0.2236],
    [24, 0.8827],
  ])("of %i has an interval down to %f", (count, low) => {
    const {pledge} = settled(kept);
    if (pledge === null) throw new Error("the order was kept");
    const pledges = Array.from({length: count}, () => pledge);
    const share = keptWithin(pledgeSurvival(pledges, "contract", "whole"), 5, told);
    if (isGap(share)) throw new Error(share.why);
    expect(share.value).toBe(1);
    expect(share.interval?.low).toBeCloseTo(low, 4);
    expect(share.interval?.high).toBe(1);
  });
});
