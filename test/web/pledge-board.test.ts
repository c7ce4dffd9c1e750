import {describe, expect, it} from "vitest";
import type {ListedPledge, PledgeAlert} from "../../src/api/index.ts";
import {
  chosenAlerts,
  chosenPledges,
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
        knownOn: day("2014-01-01"),
        id: "p:1",
        told: null,
        disputedBy: [],
      },
    ],
    setAside: [],
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

  it("tells of the alerts of those pledges that are chosen", () => {
    const alert = (id: string, partner: string): PledgeAlert => ({
      id,
      on: day("2025-12-10"),
      kind: "advanced",
      text: "From said to contract.",
      pledge: pledge({id, partners: [partner]}),
      steps: [],
    });
    const all = [alert("p", "EU"), alert("q", "RUS")];
    const chosen = chosenAlerts(all, {...everything, partner: "RUS"});
    expect(chosen.map(({id}) => id)).toEqual(["q"]);
  });
});
