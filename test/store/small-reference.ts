import {readFileSync} from "node:fs";
import {
  type DatasetCard,
  datasetIds,
  day,
  type Membership,
  type Reference,
  type State,
  type Watch,
} from "../../src/world/index.ts";
import {tableOf} from "../reference/table-of.ts";
import {reference as realReference} from "../sources/real-reference.ts";

export const dataDir = "data";

const began = day("1945-10-24");

function state(code: string, name: string, region: string): State {
  return {
    code,
    name,
    demonyms: [],
    capital: null,
    aliases: [],
    iso2: null,
    fips: null,
    cow: null,
    region,
    existed: {from: began, to: null},
    source: "test",
  };
}

function member(bloc: string, code: string, from: string, to: string | null = null): Membership {
  return {
    bloc,
    state: code,
    role: "member",
    from: day(from),
    to: to === null ? null : day(to),
    source: "test",
  };
}

/** Cards as the data package gives them. */
export function cards(): DatasetCard[] {
  const parsed = JSON.parse(readFileSync(`${dataDir}/datapackage.json`, "utf8")) as {
    resources: (Omit<DatasetCard, "id" | "columns"> & {name: string})[];
  };
  return parsed.resources.flatMap((one) => {
    const id = datasetIds.find((known) => known === one.name);
    return id === undefined ? [] : [{...one, id, columns: []}];
  });
}

/** A few states and blocs, enough to read and link with; the carried reference is tested in its own room. */
export function smallReference(datasets: readonly DatasetCard[] = cards()): Reference {
  const southEastAsia = ["IDN", "MYS", "SGP", "THA", "VNM", "PHL", "MMR", "KHM", "LAO", "BRN"];
  const europe = ["DEU", "FRA", "ITA", "NLD", "BEL", "POL", "ESP", "SWE", "CZE", "HUN"];
  return {
    states: [
      ...southEastAsia.map((code) => state(code, code, "South-eastern Asia")),
      ...europe.map((code) => state(code, code, "Europe")),
      state("RUS", "Russia", "Eastern Europe"),
      state("UKR", "Ukraine", "Eastern Europe"),
      state("USA", "United States", "Northern America"),
      state("CHN", "China", "Eastern Asia"),
      state("JPN", "Japan", "Eastern Asia"),
      state("KAZ", "Kazakhstan", "Central Asia"),
      state("GBR", "United Kingdom", "Northern Europe"),
    ],
    blocs: [
      {id: "EU", name: "European Union", aliases: [], kind: "organisation", source: "test"},
      {id: "BRICS", name: "BRICS", aliases: [], kind: "organisation", source: "test"},
      {id: "APEC", name: "APEC", aliases: [], kind: "organisation", source: "test"},
    ],
    memberships: [
      ...europe.map((code) => member("EU", code, code < "D" ? "2004-05-01" : "1993-11-01")),
      member("EU", "GBR", "1993-11-01", "2020-02-01"),
      ...["RUS", "CHN"].map((code) => member("BRICS", code, "2009-06-16")),
      member("BRICS", "IDN", "2025-01-06"),
      {...member("BRICS", "MYS", "2025-01-01"), role: "partner"},
      ...["USA", "JPN", "IDN", "MYS"].map((code) => member("APEC", code, "1989-11-06")),
      member("APEC", "RUS", "1998-11-14"),
    ],
    outlets: [],
    offices: [],
    names: [],
    bodies: [],
    persons: () => tableOf([]),
    codebook: [
      {
        type: "CONSULT",
        quad: "verbal co-operation",
        meaning: "meet, talk",
        cameoRoots: ["04"],
        verbs: ["meet", "discuss"],
        nouns: ["talks", "meeting"],
        symmetric: true,
        subModes: [],
      },
      {
        type: "AGREE",
        quad: "verbal co-operation",
        meaning: "agree",
        cameoRoots: ["03", "057"],
        verbs: ["sign", "agree"],
        nouns: ["agreement", "deal"],
        symmetric: true,
        subModes: [],
      },
      {
        type: "SUPPORT",
        quad: "verbal co-operation",
        meaning: "support",
        cameoRoots: ["05"],
        verbs: ["praise"],
        nouns: [],
        symmetric: false,
        subModes: [],
      },
      {
        type: "ACCUSE",
        quad: "verbal conflict",
        meaning: "accuse",
        cameoRoots: ["11"],
        verbs: ["accuse"],
        nouns: [],
        symmetric: false,
        subModes: [],
      },
    ],
    phraseBook: () => tableOf([]),
    sectors: [
      {
        id: "energy",
        name: "Energy",
        sitcSections: [3],
        hsChapters: ["27"],
        words: ["oil", "gas"],
        source: "test",
      },
      {
        id: "defence",
        name: "Defence",
        sitcSections: [],
        hsChapters: ["93"],
        words: ["military", "arms"],
        source: "test",
      },
      {
        id: "trade",
        name: "Trade",
        sitcSections: [],
        hsChapters: [],
        words: ["trade", "economic"],
        source: "test",
      },
    ],
    actions: [],
    capitals: [],
    likelihood: [],
    datasets,
    languageOf: () => null,
    pledgeBook: () => ({rules: new Map(), tracks: [], rows: []}),
    energyFacts: () => ({terminals: [], grades: []}),
    weightsOf: realReference.weightsOf,
  };
}

export const foundingWatch: Watch = {
  name: "founding",
  states: ["IDN", "MYS"],
  powers: ["RUS", "USA", "EU", "CHN"],
  optionalPowers: ["JPN"],
  aggregates: [],
  sectors: ["energy", "defence", "trade", "agriculture", "technology", "diplomacy"],
};
