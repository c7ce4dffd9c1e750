import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {parse} from "yaml";
import {day, membersOf, stateOf} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";

interface Entry {
  id: string;
  title: string;
  kind: string;
  at: string;
  language: string | null;
  country: string | null;
  owner: string;
  stateControlled: boolean;
  reliability: {letter: string; onOwnPosition: string; reason: string};
  licence: string;
  everyMinutes: number;
  seenAt: string;
}

const sources = parse(readFileSync("reference/sources.yaml", "utf8")) as Entry[];
const idsWhere = (wrong: (source: Entry) => boolean) => sources.filter(wrong).map(({id}) => id);
const countries = new Set(sources.map(({country}) => country));
const outletOf = ({at}: Entry) => {
  const {hostname} = new URL(at);
  return reference.outlets.find(({hosts, to}) =>
    hosts.some((host) => to === null && `.${hostname}`.endsWith(`.${host}`)),
  );
};

describe("the starter catalogue of sources", () => {
  it("is long enough to begin with", () => {
    expect(sources.length).toBeGreaterThanOrEqual(40);
  });

  it("gives each source its own id and its own address", () => {
    expect(new Set(sources.map(({id}) => id)).size).toBe(sources.length);
    const places = sources.map(({at}) => at.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""));
    expect(new Set(places).size).toBe(sources.length);
    expect(idsWhere(({id}) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it("names only places on the web", () => {
    expect(idsWhere(({kind}) => !/^(feed|sitemap|page|gdelt)$/.test(kind))).toEqual([]);
    expect(idsWhere(({at}) => !/^https?:$/.test(new URL(at).protocol))).toEqual([]);
  });

  it("says in which language and whose each is, by a state that we know", () => {
    expect(idsWhere(({language}) => language !== null && !/^[a-z]{2}$/.test(language))).toEqual([]);
    expect(
      idsWhere(({country}) => country !== null && stateOf(reference, country) === undefined),
    ).toEqual([]);
    expect(idsWhere(({owner, title}) => owner.trim() === "" || title.trim() === "")).toEqual([]);
  });

  it("grades each with its reason", () => {
    const letter = /^[A-F]$/;
    expect(
      idsWhere(
        ({reliability: {letter: onFacts, onOwnPosition}}) =>
          !letter.test(onFacts) || !letter.test(onOwnPosition),
      ),
    ).toEqual([]);
    expect(idsWhere(({reliability}) => reliability.reason.trim().length < 20)).toEqual([]);
  });

  it("takes no single source's word on facts for beyond doubt", () => {
    expect(idsWhere(({reliability}) => reliability.letter === "A")).toEqual([]);
  });

  it("trusts an organ of a state or of several most on its own position", () => {
    const organs = sources.filter(
      (source) =>
        outletOf(source) === undefined && (source.stateControlled || source.country === null),
    );
    expect(organs.length).toBeGreaterThan(30);
    expect(
      organs.filter(({reliability}) => reliability.onOwnPosition !== "A").map(({id}) => id),
    ).toEqual([]);
  });

  it("says what may be done with it, how often it is looked at, and where its address was seen", () => {
    expect(idsWhere(({licence}) => licence.trim() === "")).toEqual([]);
    expect(
      idsWhere(({everyMinutes}) => !Number.isInteger(everyMinutes) || everyMinutes < 15),
    ).toEqual([]);
    expect(
      idsWhere(
        ({seenAt}) =>
          !/^github\.com\/\S+\/\S+ \S+|^https:\/\/\S+|^public code index, texts? \d+/.test(seenAt),
      ),
    ).toEqual([]);
  });

  it("agrees with the table of outlets on owner, country and control", () => {
    const known = sources.flatMap((source) => {
      const outlet = outletOf(source);
      return outlet === undefined ? [] : [{source, outlet}];
    });
    expect(known.length).toBeGreaterThan(60);
    expect(
      known
        .filter(
          ({source, outlet}) =>
            source.owner !== outlet.owner ||
            source.country !== outlet.country ||
            source.stateControlled !== (outlet.control === "state" || outlet.control === "party"),
        )
        .map(({source}) => source.id),
    ).toEqual([]);
  });

  it("covers every state of Southeast Asia, each power, several states of the West, and bodies of states", () => {
    const missing = (states: readonly string[]) => states.filter((state) => !countries.has(state));
    const southeastAsia = reference.states
      .filter(({region, existed}) => region === "South-eastern Asia" && existed.to === null)
      .map(({code}) => code);
    expect(southeastAsia).toHaveLength(11);
    expect(missing(southeastAsia)).toEqual([]);
    expect(missing(["RUS", "CHN", "USA"])).toEqual([]);
    const west = membersOf(reference, "WEST", day("2025-12-31"));
    expect(west.length - missing(west).length).toBeGreaterThanOrEqual(7);
    expect(sources.filter(({country}) => country === null).length).toBeGreaterThanOrEqual(10);
  });

  it("has ministries and presidencies, agencies and outlets, and a list of machine-coded events", () => {
    expect(sources.filter(({kind}) => kind === "gdelt")).toHaveLength(1);
    expect(sources.filter(({kind}) => kind === "sitemap").length).toBeGreaterThanOrEqual(1);
    for (const owner of ["Government of Russia", "Government of China", "ASEAN Secretariat"])
      expect(sources.map((source) => source.owner)).toContain(owner);
  });

  it("is explained: each field has its line in docs/sources.md", () => {
    const explained = readFileSync("docs/sources.md", "utf8");
    const fields = Object.keys(sources[0] ?? {});
    expect(fields).toHaveLength(12);
    expect(fields.filter((field) => !explained.includes(`\`${field}\``))).toEqual([]);
  });
});
