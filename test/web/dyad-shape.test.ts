import {describe, expect, it} from "vitest";
import {dyadYears, nearestPlace, periodSpan, placeSeries} from "../../src/web/shape/dyad-places.ts";
import {exposureRows, type Tie} from "../../src/web/shape/exposure-rows.ts";
import {pointPanels} from "../../src/web/shape/point-panels.ts";
import {gap, type Measured, type Series} from "../../src/world/index.ts";

function figure(value: number, half: number | null = 0.1): Measured {
  return {
    kind: "measured",
    value,
    unit: "share",
    interval: half === null ? null : {low: value - half, high: value + half, level: 0.9},
    intervalNote: "",
    method: {id: "un-agreement", version: 1},
    coverage: "",
    vintage: "2016",
    evidence: [],
  };
}

const none = gap("votes", "no row", "votes");

function points(
  ...all: readonly (readonly [string, Measured | typeof none])[]
): Pick<Series, "points" | "unit"> {
  return {unit: "share", points: all.map(([period, one]) => ({period, figure: one}))};
}

describe("a pair on one axis of time", () => {
  it("lays a year, a month and a window of years where they lie", () => {
    expect(periodSpan("2016")).toEqual([2016, 2017]);
    expect(periodSpan("2016-07")).toEqual([2016.5, 2016.5 + 1 / 12]);
    expect(periodSpan("2001-2005")).toEqual([2001, 2006]);
    expect(periodSpan("soon")).toBeNull();
  });

  it("never bridges a gap, and keeps its place on the axis", () => {
    const drawn = placeSeries(
      points(["2012", figure(0.4)], ["2013", none], ["2014", figure(0.5)], ["2015", figure(0.6)]),
    );
    expect(drawn.runs.map((run) => run.map(({period}) => period))).toEqual([
      ["2012"],
      ["2014", "2015"],
    ]);
    expect(drawn.gaps).toEqual([{period: "2013", from: 2013, to: 2014}]);
  });

  it("draws a size from nought, with the whole of its interval", () => {
    const [low, high] = placeSeries(points(["2012", figure(0.4)], ["2013", figure(0.5)])).values;
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.6);
    expect(placeSeries(points(["2012", figure(0, null)])).values).toEqual([0, 1]);
  });

  it("reaches from the earliest that is known to the end of the answer's year", () => {
    const series = {...points(["2001-2005", figure(1)])} as Series;
    const lanes = [{lane: "votes" as const, rows: [{series, changes: null}]}];
    expect(dyadYears(lanes, 2010, "2026-11-24")).toEqual([2001, 2027]);
    expect(dyadYears([], 1992, "2026-11-24")).toEqual([1992, 2027]);
  });

  it("opens the figure, or the gap, that was pressed, and nothing far from all", () => {
    const drawn = placeSeries(points(["2012", figure(0.4)], ["2013", none]));
    expect(nearestPlace(drawn, 2012.5, 1)).toBe("2012");
    expect(nearestPlace(drawn, 2013.9, 1)).toBe("2013");
    expect(nearestPlace(drawn, 2020, 1)).toBeNull();
  });
});

describe("the table of exposure", () => {
  const tie = (partner: string, period: string, one: Tie["figure"]): Tie => ({
    state: "IDN",
    partner,
    channel: "trade",
    series: `${partner} ${period}`,
    title: "",
    period,
    figure: one,
  });

  it("has a row for each pair, a figure with an interval first, then the newest, gaps last", () => {
    const {channels, rows} = exposureRows(
      [
        tie("RUS", "2016", none),
        tie("RUS", "2014", figure(0.1, null)),
        tie("RUS", "2016", figure(0.1, null)),
        tie("RUS", "2012", figure(0.1)),
        tie("USA", "2012", figure(0.1)),
      ],
      {country: null, partner: null},
    );
    expect(channels).toEqual(["trade"]);
    expect(rows.map(({partner}) => partner)).toEqual(["RUS", "USA"]);
    expect(rows[0]?.ties.get("trade")?.map((one) => [one.period, one.figure.kind])).toEqual([
      ["2012", "measured"],
      ["2016", "measured"],
      ["2014", "measured"],
      ["2016", "gap"],
    ]);
  });

  it("is narrowed by what the page is", () => {
    const all = [tie("RUS", "2016", none), tie("USA", "2016", none)];
    expect(exposureRows(all, {country: "MYS", partner: null}).rows).toEqual([]);
    expect(exposureRows(all, {country: null, partner: "USA"}).rows).toHaveLength(1);
  });
});

describe("lines of ideal points", () => {
  it("show each watched state beside all powers, broken where it cast no vote", () => {
    const point = {value: 0, low: -1, high: 1};
    const trail = (state: string, ...sessions: number[]) => ({
      state,
      points: sessions.map((session) => ({session, votes: 30, point})),
    });
    const {panels, values} = pointPanels(
      [trail("IDN", 5, 6, 8), trail("MYS", 12), trail("RUS", 1, 2)],
      {states: ["IDN", "MYS"], powers: ["RUS"]},
      "IDN",
      (party) => party,
    );
    expect(panels.map(({state, lines}) => [state, lines.map(({name}) => name)])).toEqual([
      ["IDN", ["IDN", "RUS"]],
    ]);
    expect(panels[0]?.lines[0]?.runs.map((run) => run.length)).toEqual([2, 1]);
    expect(values).toEqual([-1, 1]);
  });
});
