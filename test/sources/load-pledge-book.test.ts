import {describe, expect, it} from "vitest";
import {loadReference} from "../../src/sources/index.ts";
import {pledgeKinds} from "../../src/world/index.ts";
import {realDisk, reference} from "./real-reference.ts";

const rules = "reference/pledge-stages.yaml";
const crude = "reference/tracks/crude.csv";

const load = (file: string, was: string, is: string) => () => {
  const text = realDisk.readText(file);
  expect(text).toContain(was);
  const disk = {
    ...realDisk,
    readText: (path: string) =>
      path.replace(/^\.\//, "") === file ? text.replace(was, is) : realDisk.readText(path),
  };
  return loadReference(disk, ".").pledgeBook();
};

describe("the book of pledges", () => {
  const book = reference.pledgeBook();

  it("has a rule with a source for each kind, kept at a stage of its own path", () => {
    expect([...book.rules.keys()].sort()).toEqual([...pledgeKinds].sort());
    for (const {path, keptAt, source} of book.rules.values()) {
      expect(path.map(({stage}) => stage)).toContain(keptAt);
      expect(source).not.toBe("");
    }
  });

  it("has a source for each row of a track, or says why there is none", () => {
    expect(book.rows.length).toBeGreaterThan(80);
    for (const {source, gap, when, text} of book.rows) {
      expect(source === "", text).toBe(gap !== null);
      expect(when === null, text).toBe(gap !== null);
    }
  });

  it("has the long-running tracks of the founding pair, and types no vote by hand", () => {
    const tracks = book.tracks.map(({id}) => id);
    expect(tracks).toHaveLength(15);
    for (const {id, votes} of book.tracks)
      expect(
        book.rows.some(({track}) => track === id),
        id,
      ).toBe(!votes);
  });

  it("tells one commitment the same way in every row: its kind and its parties", () => {
    const seen = new Map<string, string>();
    for (const {pledge, kind, by, to} of book.rows) {
      const told = JSON.stringify([kind, by, to]);
      expect(seen.get(pledge) ?? told, pledge).toBe(told);
      seen.set(pledge, told);
    }
  });

  it.each([
    [rules, "kind: visit", "kind: journey", /pledge-stages\.yaml: entry \d+: kind/],
    [rules, "kind: visit", "kind: project", /project stands twice/],
    [
      rules,
      "keptAt: ratified",
      "keptAt: financed",
      /agreement is kept at financed, which is not on its path/,
    ],
    [rules, "years: 5", "years: -5", /entry 1: overdueAfter\.years/],
    [rules, "keptAt: ratified", "keptAt: ratified\n  lapses: 3", /Unrecognized key: "lapses"/],
    [crude, "project,RUS;IDN", "project,RUS;IDX", /crude\.csv: row 1 .*: no state or bloc IDX/],
    [crude, "energy,contract,2017", "energy,ratified,2017", /project has no stage ratified/],
    [crude, "energy,contract,2017", "energy,contract,2017-13", /is no day of the calendar/],
    [crude, "energy,contract,2017", "energy,contract,", /has a date/],
    [crude, "gap_why", "gap_reason", /crude\.csv: line 2:/],
  ] as const)("%s: %s → %s", (file, was, is, message) => {
    expect(load(file, was, is)).toThrow(message);
  });

  it("refuses a row that has neither a source nor a reason why there is none", () => {
    expect(load(crude, "none was found,a statement", ",a statement")).toThrow(
      /has a source or says why there is none/,
    );
  });
});
