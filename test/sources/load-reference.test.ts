import {describe, expect, it} from "vitest";
import {loadReference, type ReferenceDisk} from "../../src/sources/index.ts";
import {realDisk} from "./real-reference.ts";

/** The real disk with some files changed or, where null, taken away. */
function diskWith(
  changed: Readonly<Record<string, ((text: string) => string) | null>>,
): ReferenceDisk {
  return {
    ...realDisk,
    readText: (path) => {
      const change = changed[path.replace(/^\.\//, "")];
      if (change === null) throw Object.assign(new Error(`no ${path}`), {code: "ENOENT"});
      const text = realDisk.readText(path);
      return change === undefined ? text : change(text);
    },
  };
}

const load = (changed: Parameters<typeof diskWith>[0]) => () =>
  loadReference(diskWith(changed), ".");

describe("a broken reference file is named with its row", () => {
  it.each([
    [
      "reference/memberships.csv",
      "UN,IDN,member,1950-09-28",
      "UN,IDN,member,1950-02-30",
      /memberships\.csv: line \d+: from: is no day/,
    ],
    [
      "reference/memberships.csv",
      "BRICS,IDN,member",
      "BRICKS,IDN,member",
      /memberships\.csv: row \d+ \(BRICKS, IDN\): no such bloc/,
    ],
    [
      "reference/memberships.csv",
      "BRICS,IDN,member",
      "BRICS,INX,member",
      /\(BRICS, INX\): no such state/,
    ],
    ["reference/states.csv", "IDN,Indonesia", "MYS,Indonesia", /states\.csv: MYS stands twice/],
    ["reference/blocs.yaml", "id: NONALIGNED", "id: NAM", /blocs\.yaml: NAM stands twice/],
    ["reference/states.csv", "code,name", "code,title", /states\.csv: line 2:/],
    ["reference/likelihood.yaml", "low: 0.05", "lower: 0.05", /likelihood\.yaml: entry 2:/],
    ["reference/sectors.yaml", "- id: energy", "- id: enrgy", /sectors\.yaml: entry 1: id/],
    [
      "reference/aggregates/west.yaml",
      "blocs: [EU, G7]",
      "blocs: [EU, G9]",
      /west\.yaml: components: no state or bloc G9/,
    ],
    ["reference/aggregates/west.yaml", "id: WEST", "id: EAST", /west\.yaml: id is EAST, not WEST/],
    ["reference/offices.csv", ",IDN,President,2004", ",IDX,President,2004", /no state or bloc IDX/],
  ])("%s: %s → %s", (file, was, is, message) => {
    expect(realDisk.readText(file)).toContain(was);
    expect(load({[file]: (text) => text.replace(was, is)})).toThrow(message);
  });

  it("refuses a membership that ends before it begins", () => {
    const swap = (text: string) =>
      text.replace("EU,GBR,member,1973-01-01,2020-01-31", "EU,GBR,member,2020-01-31,1973-01-01");
    expect(load({"reference/memberships.csv": swap})).toThrow(/ends \(1973-01-01\) before/);
  });

  it("does not hide a file that is not there", () => {
    expect(load({"reference/blocs.yaml": null})).toThrow(/no .*blocs\.yaml/);
  });
});

describe("dataset cards", () => {
  it("are none where there is no data package", () => {
    expect(load({"data/datapackage.json": null})().datasets).toEqual([]);
  });

  it("name the field that is broken", () => {
    const broken = () => JSON.stringify({resources: [{name: "un-votes", title: 3}]});
    expect(load({"data/datapackage.json": broken})).toThrow(
      /datapackage\.json: resources\.0\.title/,
    );
  });

  it("carry columns with units and terms of use", () => {
    const resource = {
      name: "gdp",
      path: "gdp.parquet",
      title: "GDP",
      source: "s",
      citation: "c",
      licence: "CC BY 4.0",
      commercialUse: true,
      retrieved: "2026-11-24",
      coverage: {from: "1990", to: "2016", note: ""},
      rows: 3,
      schema: {fields: [{name: "usd", type: "number", description: "GDP", unit: "usd"}]},
    };
    const one = () => JSON.stringify({resources: [resource]});
    expect(load({"data/datapackage.json": one})().datasets).toEqual([
      {
        id: "gdp",
        title: "GDP",
        source: "s",
        citation: "c",
        licence: "CC BY 4.0",
        commercialUse: true,
        retrieved: "2026-11-24",
        coverage: {from: "1990", to: "2016", note: ""},
        rows: 3,
        columns: [{name: "usd", type: "number", description: "GDP", unit: "usd"}],
      },
    ]);
  });
});
