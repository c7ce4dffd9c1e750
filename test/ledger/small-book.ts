import {
  type Agreement,
  type ArmsOrder,
  datasetIds,
  day,
  type EventRow,
  type FactBook,
  type Move,
  type PartyId,
  type RollCall,
  type SanctionYear,
  type VoteChoice,
} from "../../src/world/index.ts";

const known = {recordedOn: day("2025-01-01")};

/** A book of no facts, to which a test adds what it is about. */
export function smallBook(over: Partial<FactBook> = {}): FactBook {
  return {
    asOf: day("2026-01-01"),
    rollCalls: [],
    trade: [],
    matrix: [],
    mirrored: [],
    gdp: [],
    topPartners: [],
    armsOrders: [],
    armsDeliveries: [],
    militarySpending: [],
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
    datasets: new Set(datasetIds),
    ...over,
  };
}

export function rollCall(
  symbol: string,
  title: string,
  votes: Readonly<Record<string, VoteChoice>>,
  date = "2022-03-02",
): RollCall {
  return {
    ...known,
    row: 1,
    recordId: 1000 + symbol.length,
    symbol,
    title,
    date: day(date),
    votes: new Map(Object.entries(votes)),
  };
}

export function agreement(over: Partial<Agreement>): Agreement {
  return {
    ...known,
    row: 1,
    id: "A-R_2020A",
    title: "Indonesia - Russia",
    signed: day("2020-03-04"),
    inForce: day("2021-05-06"),
    ended: null,
    members: ["IDN", "RUS"],
    ...over,
  };
}

export function order(over: Partial<ArmsOrder>): ArmsOrder {
  return {
    ...known,
    row: 7,
    recipient: "IDN",
    supplier: "RUS",
    orderYear: 2012,
    orderYearUncertain: false,
    ordered: 6,
    delivered: 6,
    designation: "Su-30MK",
    description: "fighter/ground-attack aircraft",
    deliveryYears: [2013],
    status: "New",
    comments: "",
    tivOrdered: null,
    tivDelivered: null,
    ...over,
  };
}

export function sanctionYear(
  sender: PartyId,
  target: string,
  year: number,
  kinds: SanctionYear["kinds"],
): SanctionYear {
  return {...known, row: year, sender, target, year, kinds};
}

export function eventRow(over: Partial<EventRow>): EventRow {
  return {
    row: 3,
    recordedOn: day("2019-01-21"),
    globalEventId: "811",
    date: day("2019-01-20"),
    source: "IDN",
    target: "RUS",
    cameo: "042",
    cameoText: "Make a visit",
    goldstein: 1.9,
    articles: 4,
    sourcesCount: 2,
    url: "https://news.example/a",
    ...over,
  };
}

/** Parties of a move that no piece of its evidence reaches. */
export function unreached({sources, targets, evidence}: Move): PartyId[] {
  const reached = new Set(evidence.flatMap((one) => one.reaches.map(({party}) => party)));
  return [...sources, ...targets].filter((party) => !reached.has(party));
}
