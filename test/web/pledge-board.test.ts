import {describe, expect, it} from "vitest";
import type {ListedPledge} from "../../src/api/index.ts";
import {
  chosenPledges,
  movedThisMonth,
  pledgeBoard,
  standsWords,
} from "../../src/web/shape/pledge-board.ts";
import {day} from "../../src/world/index.ts";

function pledge(over: Partial<ListedPledge> = {}): ListedPledge {
  return {
    id: "p",
    kind: "arms-order",
    text: "Malaysia ordered five ships.",
    by: ["FRA"],
    to: ["MYS"],
    sectors: ["defence"],
    steps: [
      {
        stage: "contract",
        when: day("2014-01-01"),
        precision: "year",
        part: null,
        text: "ordered",
        because: [],
        evidence: [],
      },
    ],
    stage: "contract",
    standing: "open",
    opened: day("2014-01-01"),
    openedPrecision: "year",
    closed: null,
    years: 11,
    part: 0,
    knownUntil: day("2025-12-31"),
    overdue: {since: day("2020-01-01"), because: "test"},
    specimen: false,
    states: ["MYS"],
    partners: ["EU"],
    tracks: [],
    ...over,
  };
}

const everything = {
  country: null,
  partner: null,
  sector: null,
  stage: null,
  standing: null,
  kind: null,
  track: null,
  overdue: false,
};

describe("the board of pledges", () => {
  it("stacks stages from word to deed and ages from young to old, a bound belonging to the older", () => {
    const rows = pledgeBoard([
      pledge({stage: "delivered", years: 1}),
      pledge({years: 11}),
      pledge({years: 5, overdue: null}),
      pledge({years: null, overdue: null}),
    ]);
    expect(rows.map(({stage, all, undated}) => [stage, all, undated])).toEqual([
      ["contract", 3, 1],
      ["delivered", 1, 0],
    ]);
    expect(rows[0]?.bands.map(({count}) => count)).toEqual([0, 0, 0, 1, 1]);
    expect(rows[0]?.bands.map(({overdue}) => overdue)).toEqual([0, 0, 0, 0, 1]);
    expect(rows[1]?.bands.map(({count}) => count)).toEqual([0, 1, 0, 0, 0]);
  });

  it("counts no specimen", () => {
    expect(pledgeBoard([pledge({specimen: true})])).toEqual([]);
  });

  it("says in words how one stands, no finer than it is known", () => {
    expect(standsWords(pledge())).toBe(
      "contract, begun 2014, open 11 years, none delivered, overdue since 2020",
    );
    expect(
      standsWords(
        pledge({
          kind: "case",
          stage: "denied",
          standing: "ended",
          years: 0.05,
          opened: day("2015-07-01"),
          openedPrecision: "month",
          overdue: null,
        }),
      ),
    ).toBe("denied after less than a month, begun July 2015");
  });

  it("is narrowed by what the page and the section say", () => {
    const all = [pledge(), pledge({id: "q", partners: ["RUS"], overdue: null})];
    const ids = (over: Partial<typeof everything> | {partner: string}) =>
      chosenPledges(all, {...everything, ...over}).map(({id}) => id);
    expect(ids({})).toEqual(["p", "q"]);
    expect(ids({partner: "RUS"})).toEqual(["q"]);
    expect(ids({overdue: true})).toEqual(["p"]);
  });

  it("knows what moved this month; a year alone is of no month", () => {
    const [step] = pledge().steps;
    if (step === undefined) throw new Error("a pledge has a step");
    const on = (when: string, precision: "day" | "year") =>
      pledge({steps: [{...step, when: day(when), precision}]});
    const all = [on("2025-12-10", "day"), on("2025-11-01", "day"), on("2025-12-10", "year")];
    expect(movedThisMonth(all, "2025-12-31")).toEqual([all[0]]);
  });
});
