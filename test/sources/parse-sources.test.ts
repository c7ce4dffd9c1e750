import {readFileSync} from "node:fs";
import Ajv from "ajv";
import {describe, expect, it} from "vitest";
import {parse} from "yaml";
import {parseSources, sourcesJsonSchema, withSource} from "../../src/sources/index.ts";
import type {Source} from "../../src/world/index.ts";
import {reference} from "./real-reference.ts";

const three = readFileSync("test/input/sources/three.yaml", "utf8");
const read = (text: string) => parseSources(text, "mine.yaml", reference);
const one = (change: Record<string, unknown> = {}) =>
  JSON.stringify([{...(parse(three) as object[])[0], ...change}]);

describe("a file of sources", () => {
  it("is a list of them", () => {
    const {sources, faults} = read(three);
    expect(faults).toEqual([]);
    expect(sources.map(({id, kind, country}) => [id, kind, country])).toEqual([
      ["example-wire", "feed", "IDN"],
      ["example-ministry", "sitemap", "MYS"],
      ["example-notes", "folder", null],
    ]);
  });

  it.each([
    ["", []],
    ["# nothing yet\n", []],
  ])("may be empty: %j", (text, sources) => {
    expect(read(text).sources).toEqual(sources);
  });

  it.each([
    ["kinds: feed", "a file of sources is a list"],
    ["- id: [", "mine.yaml:"],
  ])("%j is none", (text, why) => {
    expect(() => read(text)).toThrow(why);
  });

  it.each([
    [{id: "Not Kebab"}, "id: must be lower-case words joined by hyphens"],
    [{kind: "fed"}, 'kind: "fed" is no kind of source; did you mean feed?'],
    [{titel: "x"}, '"titel" is no key of a source; did you mean title?'],
    [{country: "IDM"}, 'country: "IDM" is no state'],
    [{at: "file:///etc/passwd"}, "at: file:// addresses are not fetched"],
    [{at: "http://a.example:8080/"}, "at: a.example:8080: only ports 80 and 443"],
    [{at: "http://me:pw@a.example/"}, "at: a.example: addresses with a user name"],
    [{language: "english"}, "language: must be two letters"],
    [{everyMinutes: 1}, "everyMinutes: "],
    [{reliability: {letter: "G", onOwnPosition: "A", reason: "x"}}, "reliability.letter: "],
    [{seenAt: undefined}, "seenAt is missing"],
  ])("with %j is told in a line", (change, why) => {
    const {sources, faults} = read(one(change));
    expect(sources).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toContain(why);
    expect(faults[0]?.message).not.toContain("\n");
  });

  it("loses no other entry by a wrong one, and says where that stands", () => {
    const {sources, faults} = read(three.replace("kind: sitemap", "kind: siteplan"));
    expect(sources.map(({id}) => id)).toEqual(["example-wire", "example-notes"]);
    expect(faults[0]?.message).toMatch(/^mine\.yaml: line 16: example-ministry: kind: /);
  });

  it("names each source once", () => {
    const {sources, faults} = read(`${three}${three}`);
    expect(sources).toHaveLength(3);
    expect(faults.map(({message}) => message)).toEqual([
      expect.stringContaining('"example-wire" stands twice'),
      expect.stringContaining('"example-ministry" stands twice'),
      expect.stringContaining('"example-notes" stands twice'),
    ]);
  });

  it("is the carried one too, without a fault", () => {
    const carried = readFileSync("reference/sources.yaml", "utf8");
    const {sources, faults} = parseSources(carried, "reference/sources.yaml", reference);
    expect(faults.map(({message}) => message)).toEqual([]);
    expect(sources.length).toBeGreaterThanOrEqual(40);
  });
});

describe("adding a source", () => {
  const [first] = read(three).sources;
  const added = {...(first as Source), id: "added"};

  it("keeps comments and order", () => {
    const text = withSource(three, "mine.yaml", added);
    expect(text.startsWith(three.split("\n")[0] as string)).toBe(true);
    expect(read(text).sources.map(({id}) => id)).toEqual([
      ...["example-wire", "example-ministry", "example-notes"],
      "added",
    ]);
    expect(read(text).sources.at(-1)).toEqual(added);
  });

  it("begins a file", () => {
    expect(read(withSource("", "mine.yaml", added)).sources).toEqual([added]);
    expect(read(withSource("# mine\n", "mine.yaml", added)).sources).toEqual([added]);
  });

  it("refuses an id that stands there, and a file that is no list", () => {
    expect(() => withSource(three, "mine.yaml", first as Source)).toThrow("stands there");
    expect(() => withSource("a: 1", "mine.yaml", added)).toThrow("is a list of them");
  });
});

describe("the published schema", () => {
  it("is the one that the code uses (else run: node --import tsx scripts/write-schema.ts)", () => {
    const published: unknown = JSON.parse(readFileSync("schema/sources.schema.json", "utf8"));
    expect(published).toEqual(sourcesJsonSchema());
  });

  it("takes the carried sources and refuses a typo", () => {
    const validate = new Ajv.default().compile(sourcesJsonSchema());
    expect(validate(parse(readFileSync("reference/sources.yaml", "utf8")))).toBe(true);
    expect(validate(parse(one({kind: "fed"})))).toBe(false);
  });
});
