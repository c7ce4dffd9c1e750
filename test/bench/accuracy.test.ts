import {describe, expect, it} from "vitest";
import {benches, lackedBy} from "../../bench/benches.ts";
import {lossesOf, readRecorded} from "../../bench/recorded.ts";
import {scorecard} from "../../bench/scorecard.ts";

const measured = (Object.keys(benches) as (keyof typeof benches)[]).filter(
  (name) => Object.keys(benches[name].accuracy).length > 0,
);

describe("accuracy", () => {
  for (const name of measured) {
    const {defaultData, run} = benches[name];
    const lacked = lackedBy(name);
    it.skipIf(lacked !== null)(
      `of the bench "${name}" is no worse than recorded (needs ${lacked ?? defaultData})`,
      async () => {
        expect(lossesOf(await run({data: defaultData}), readRecorded())).toEqual([]);
      },
    );
  }

  it("that fell, or that is no longer measured, is named", () => {
    const result = {bench: "events", floors: {}, peers: {}, n: 1};
    const recorded = {events: {eventF1: 0.5, typeGivenPair: 0.8, falseEventShare: 0.04}};
    const same = {eventF1: 0.5, typeGivenPair: 0.8, falseEventShare: 0.04};
    expect(lossesOf({...result, figures: same}, recorded)).toEqual([]);
    const better = {eventF1: 0.6, typeGivenPair: 0.8, falseEventShare: 0.01};
    expect(lossesOf({...result, figures: better}, recorded)).toEqual([]);
    const worse = {eventF1: 0.49, typeGivenPair: 0.8, falseEventShare: 0.05};
    expect(lossesOf({...result, figures: worse}, recorded)).toHaveLength(2);
    expect(lossesOf({...result, figures: {eventF1: 0.5, typeGivenPair: 0.8}}, recorded)).toEqual([
      "events.falseEventShare is no longer measured",
    ]);
  });
});

describe("the scorecard", () => {
  it("sets each figure beside its floor and its peer, and says what was not run", () => {
    const page = scorecard(
      [
        {
          bench: "coder",
          figures: {rootMacroF1: 0.5},
          floors: {"rootMacroF1 majority": 0.02},
          peers: {rootMacroF1: 0.824},
          n: 1050,
        },
      ],
      ["pages: no folder"],
    );
    expect(page).toContain("| rootMacroF1 | 0.500 | 0.020 (majority) | 0.824 |");
    expect(page).toContain("npm run -s bench -- coder --json");
    expect(page).toContain("- pages: no folder");
  });
});
