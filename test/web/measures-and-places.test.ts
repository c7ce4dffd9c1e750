import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readReference} from "../../src/cli/house.ts";
import {atlasCode} from "../../src/web/shape/atlas-places.ts";
import {chosenOptions} from "../../src/web/shape/chosen-options.ts";
import {flowLines} from "../../src/web/shape/flow-lines.ts";
import {measureGroups} from "../../src/web/shape/measure-groups.ts";
import {chosenPair, posturePairs, postureTrails} from "../../src/web/shape/posture-trails.ts";
import {dashOf, hueOf} from "../../src/web/shape/power-hues.ts";
import {seriesFamilies} from "../../src/web/shape/series-families.ts";
import type {Answer, Gap, Measured, Posture, Series} from "../../src/world/index.ts";
import {gap} from "../../src/world/index.ts";
import {buildAnswer, placed} from "../briefs/build-answer.ts";

const all = {country: null, partner: null, sector: null};
const names = {IDN: "Indonesia", MYS: "Malaysia", RUS: "Russia", USA: "United States"};

function share(value: number, period: string): Measured {
  return {
    kind: "measured",
    value,
    unit: "share",
    interval: {low: value - 0.1, high: value + 0.1, level: 0.9},
    intervalNote: "",
    method: {id: "trade-import-share", version: 1},
    coverage: "",
    vintage: period,
    evidence: [
      {
        kind: "rows",
        dataset: "trade-matrix",
        where: [],
        count: 1,
        quote: "",
        reaches: [],
        vintage: period,
      },
    ],
  };
}

function series(state: "IDN" | "MYS", partner: "RUS" | "USA", gapAt?: number): Series {
  return {
    id: `trade-import-share/${state}/${partner}`,
    title: `${names[partner]}: share of ${names[state]}'s imports`,
    state,
    partner,
    sector: "trade",
    unit: "share",
    method: {id: "trade-import-share", version: 1},
    note: "Goods only.",
    points: [2012, 2013, 2014, 2015, 2016].map((year, index) => ({
      period: String(year),
      figure:
        index === gapAt
          ? gap("share", "no row", "customs statistics")
          : share(0.2 + index / 100, String(year)),
    })),
  };
}

const answer: Answer = {
  ...buildAnswer(),
  series: [series("IDN", "RUS", 2), series("IDN", "USA"), series("MYS", "RUS")],
};

describe("measures", () => {
  it("stand in one family where they differ only by state and power", () => {
    const families = seriesFamilies(answer, names, all);
    expect(families.map((family) => family.title)).toEqual([
      "Each power: share of the country's imports",
    ]);
    expect(families[0]?.panels.map((panel) => panel.lines.length)).toEqual([2, 1]);
    expect(measureGroups(families, ["trade"])).toMatchObject([{sector: "trade", told: []}]);
  });

  it("name each power whether or not its name takes an article", () => {
    const [rus] = answer.series;
    if (rus === undefined) throw new Error("the answer has a series");
    const title = "The United States: share of Indonesia's imports";
    const families = seriesFamilies(
      {...answer, series: [{...rus, partner: "USA", title}]},
      names,
      all,
    );
    expect(families.map((family) => family.title)).toEqual([
      "Each power: share of the country's imports",
    ]);
  });

  it("break their line at a gap and never bridge it", () => {
    const [line] = seriesFamilies(answer, names, all)[0]?.panels[0]?.lines ?? [];
    expect(line?.runs.map((run) => run.map((point) => point.period))).toEqual([
      ["2012", "2013"],
      ["2015", "2016"],
    ]);
  });

  it("give the map its newest share, and no line where nothing is known", () => {
    expect(flowLines(answer, "trade", "IDN", "RUS").lines).toMatchObject([
      {state: "IDN", power: "RUS", period: "2016"},
    ]);
    expect(flowLines(answer, "arms", null, null)).toMatchObject({lines: []});
  });
});

describe("places between two powers", () => {
  const at = (period: string, b: Measured | Gap): Posture => ({
    state: "IDN",
    a: "RUS",
    b: "USA",
    period,
    engagementA: share(0.4, period),
    engagementB: b,
    tilt: share(0, period),
    reading: "dual",
    note: "",
  });
  const none = gap("engagement", "no events", "an event dataset");
  const placed = {...answer, postures: [at("2014", share(0.5, "2014")), at("2013", none)]};

  it("are drawn where both sides are known, and listed where one is not", () => {
    const [trail] = postureTrails(placed, ["RUS", "USA"], null);
    expect(trail?.points.map((point) => point.period)).toEqual(["2014"]);
    expect(trail?.postures.map((one) => one.period)).toEqual(["2013", "2014"]);
  });

  it("are found for a pair in either order; an unknown pair falls back to the first", () => {
    const pairs = posturePairs(placed);
    expect(chosenPair(pairs, ["USA", "RUS"])).toEqual(["RUS", "USA"]);
    expect(chosenPair(pairs, ["CHN", "EU"])).toEqual(["RUS", "USA"]);
    expect(chosenPair([], null)).toBeNull();
  });
});

describe("options", () => {
  it("are shown towards one power at a time, with those that speak of none", () => {
    const [one] = answer.options;
    if (one === undefined) throw new Error("the answer has an option");
    const options = ["act:RUS", "act:USA", "alone"].map((id) => ({...one, ...placed(id)}));
    const ids = (towards: string | null) =>
      chosenOptions({...answer, options}, {country: null, partner: null, towards}).options.map(
        (option) => option.id,
      );
    expect(ids(null)).toEqual(["act:RUS", "alone"]);
    expect(ids("USA")).toEqual(["act:USA", "alone"]);
  });
});

describe("powers", () => {
  it("have a colour and a line pattern each, no two alike", () => {
    const {powers, optionalPowers, aggregates} = answer.watch;
    const poles = [...powers, ...optionalPowers, ...aggregates];
    expect(new Set(poles.map((pole) => hueOf(answer.watch, pole))).size).toBe(poles.length);
    expect(new Set(poles.map((pole) => dashOf(answer.watch, pole))).size).toBe(poles.length);
  });
});

describe("the atlas", () => {
  interface Area {
    readonly id?: string;
    readonly properties: {readonly name: string};
  }
  const atlas: {readonly objects: {readonly countries: {readonly geometries: readonly Area[]}}} =
    JSON.parse(readFileSync("node_modules/world-atlas/countries-110m.json", "utf8"));
  const areas = new Map(
    atlas.objects.countries.geometries.map(({id, properties}) => [id, properties.name]),
  );

  it("names each area as the reference names the state of that code", () => {
    const states = readReference().states.filter(({code}) => atlasCode(code) !== null);
    expect(states.length).toBeGreaterThan(150);
    for (const {code, name, aliases} of states) {
      const area = areas.get(atlasCode(code) ?? "");
      const known = [name, ...aliases].map((one) => one.slice(0, 4));
      // The atlas shortens long names ("Dem. Rep. Congo"); a code that was mistaken would share no beginning at all.
      if (area?.includes(".") || area?.startsWith("eSw")) continue;
      expect(known, `${code} ${area}`).toContain(area?.slice(0, 4));
    }
  });
});
