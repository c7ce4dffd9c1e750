import {
  type ActionEntry,
  day,
  type FactBook,
  type Move,
  type Reference,
  type State,
  type TradeFlow,
  type Watch,
} from "../../src/world/index.ts";
import {tableOf} from "../reference/table-of.ts";

const recordedOn = day("2021-12-31");
const codes = ["AAA", "BBB", "CCC", "DDD", "HUB", "NOG"];

/** A world of six: DDD and CCC make the bloc PACT; NOG has no GDP; HUB exports more than it makes. */
export function smallBook(): FactBook {
  const matrix: TradeFlow[] = [];
  for (const [i, exporter] of codes.entries()) {
    for (const [j, importer] of codes.entries()) {
      if (i === j || (exporter === "DDD" && importer === "AAA")) continue;
      matrix.push({
        row: matrix.length,
        recordedOn,
        dataset: "trade-matrix",
        year: 2016,
        exporter,
        importer,
        sitcSection: null,
        valueUsd: exporter === "HUB" ? 100 : 20 + 3 * i + 7 * j,
      });
    }
  }
  const gdp = (
    [
      ["AAA", 500],
      ["CCC", 900],
      ["DDD", 700],
      ["HUB", 50],
    ] as const
  ).map(([state, usd], row) => ({row, recordedOn, state, year: 2016, usd, basis: "current US$"}));
  return {
    asOf: day("2026-01-01"),
    rollCalls: [],
    trade: [],
    matrix,
    mirrored: [],
    gdp,
    topPartners: [],
    armsOrders: [],
    armsDeliveries: [],
    militarySpending: [
      {row: 0, recordedOn, state: "BBB", year: 2016, constant2023Usd: 24, shareOfGdp: 0.02},
    ],
    russianFuel: [],
    energy2020: [],
    investment: [],
    agreements: [],
    leaders: [],
    sanctions: [],
    eventCounts: [],
    worldEventsByYear: new Map(),
    attention: [],
    eventRows: [],
    datasets: new Set(["trade-matrix", "gdp", "military-spending", "event-rows"]),
  };
}

export const smallWatch: Watch = {
  name: "small",
  states: ["AAA"],
  powers: ["BBB", "PACT"],
  optionalPowers: [],
  aggregates: [],
  sectors: ["trade"],
};

export function smallReference(actions: readonly ActionEntry[] = []): Reference {
  const states = codes.map(
    (code): State => ({
      code,
      name: `State ${code}`,
      demonyms: [],
      capital: null,
      aliases: [],
      iso2: null,
      fips: null,
      cow: null,
      region: "test",
      existed: {from: day("1945-01-01"), to: null},
      source: "test",
    }),
  );
  return {
    states,
    blocs: [{id: "PACT", name: "The Pact", aliases: [], kind: "organisation", source: "test"}],
    memberships: ["CCC", "DDD"].map((state) => ({
      bloc: "PACT",
      state,
      role: "member",
      from: day("2000-01-01"),
      to: null,
      source: "test",
    })),
    outlets: [],
    offices: [],
    names: [],
    bodies: [],
    persons: () => tableOf([]),
    codebook: [],
    phraseBook: () => tableOf([]),
    sectors: [],
    actions,
    capitals: [],
    likelihood: [],
    datasets: [],
    languageOf: () => null,
    pledgeBook: () => ({rules: new Map(), tracks: [], rows: []}),
    energyFacts: () => ({terminals: [], grades: []}),
    weightsOf: (model) => {
      throw new Error(`the small world codes nothing and has no weights of ${model}`);
    },
  };
}

export function smallMove(over: Partial<Move>): Move {
  return {
    id: "m1",
    type: "AGREE",
    mode: "done",
    sectors: ["trade"],
    sources: ["AAA"],
    targets: ["BBB"],
    participants: [
      {party: "AAA", side: "source", weight: 1, through: []},
      {party: "BBB", side: "target", weight: 1, through: []},
    ],
    summary: "AAA and BBB agree on trade",
    when: day("2020-05-01"),
    precision: "day",
    recordedOn,
    articles: 0,
    independentOrigins: 1,
    grade: {reliability: "B", credibility: 3, reasons: []},
    evidence: [
      {
        kind: "rows",
        dataset: "event-rows",
        where: [{column: "row", in: [1]}],
        count: 1,
        quote: "AAA and BBB agree on trade",
        reaches: [{party: "AAA", how: "dataset", by: "column source"}],
        vintage: "2020",
      },
    ],
    from: "event-row",
    specimen: false,
    ...over,
  };
}
