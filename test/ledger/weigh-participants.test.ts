import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {weighParticipants} from "../../src/ledger/index.ts";
import {day, pairWeight} from "../../src/world/index.ts";
import {smallReference} from "../store/small-reference.ts";

const weigh = weighParticipants(smallReference([]));
const on = day("2025-05-01");
const is = (code: string) => (party: string) => party === code;

describe("who took part in an act", () => {
  it("is weighed equally on each side", () => {
    const sides = weigh({sources: ["USA"], targets: ["RUS", "CHN"], joint: false, on});
    expect(sides.map(({party, side, weight}) => [party, side, weight])).toEqual([
      ["USA", "source", 1],
      ["CHN", "target", 0.5],
      ["RUS", "target", 0.5],
    ]);
  });

  it("is a bloc once, with its members of that day under it", () => {
    const [eu, ...others] = weigh({sources: ["EU", "DEU"], targets: [], joint: true, on});
    expect(others).toEqual([]);
    expect(eu).toMatchObject({party: "EU", side: "both", weight: 1});
    expect(eu?.through).toHaveLength(10);
    expect(eu?.through[0]?.weight).toBeCloseTo(0.1);
    const [then] = weigh({sources: ["EU"], targets: [], joint: true, on: day("2019-05-01")});
    expect(then?.through.map(({state}) => state)).toContain("GBR");
  });

  it("weighs 1 for a visit of two, 1/10 for each pair of a statement of five, half for each of two targets", () => {
    const visit = weigh({sources: ["IDN"], targets: ["RUS"], joint: false, on});
    expect(pairWeight(visit, is("IDN"), is("RUS"))).toBe(1);
    expect(pairWeight(visit, is("RUS"), is("IDN"))).toBe(1);
    const five = weigh({
      sources: ["IDN", "MYS", "RUS", "CHN", "USA"],
      targets: [],
      joint: true,
      on,
    });
    expect(pairWeight(five, is("IDN"), is("RUS"))).toBeCloseTo(0.1);
    const vote = weigh({sources: ["IDN"], targets: ["UKR", "RUS"], joint: false, on});
    expect(pairWeight(vote, is("IDN"), is("RUS"))).toBe(0.5);
  });

  it("passes between a state and a bloc whole, and to each member its part", () => {
    const deal = weigh({sources: ["EU"], targets: ["IDN"], joint: true, on});
    const inEu = (party: string) => party === "EU" || ["DEU", "FRA"].includes(party);
    expect(pairWeight(deal, is("IDN"), inEu)).toBe(1);
    expect(pairWeight(deal, is("IDN"), is("DEU"))).toBeCloseTo(0.1);
  });

  it("is nothing between two on the same side", () => {
    const both = weigh({sources: ["IDN", "RUS"], targets: ["USA"], joint: false, on});
    expect(pairWeight(both, is("IDN"), is("RUS"))).toBe(0);
  });

  it("sums to 1 on each side and over all pairs, however many there are", () => {
    const codes = ["IDN", "MYS", "RUS", "CHN", "USA", "JPN", "KAZ", "EU"];
    fc.assert(
      fc.property(
        fc.subarray(codes, {minLength: 2}),
        fc.nat(7),
        fc.boolean(),
        (parties, cut, joint) => {
          const at = 1 + (cut % (parties.length - 1));
          const sides = weigh({
            sources: parties.slice(0, at),
            targets: parties.slice(at),
            joint,
            on,
          });
          for (const side of new Set(sides.map((one) => one.side)))
            expect(
              sides.filter((one) => one.side === side).reduce((sum, one) => sum + one.weight, 0),
            ).toBeCloseTo(1);
          let all = 0;
          parties.forEach((one, i) => {
            for (const other of parties.slice(i + 1)) all += pairWeight(sides, is(one), is(other));
          });
          expect(all).toBeCloseTo(1);
        },
      ),
    );
  });
});
