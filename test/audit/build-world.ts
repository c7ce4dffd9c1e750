import type {
  Article,
  Block,
  DatasetCard,
  DatasetId,
  FactBook,
  Reference,
  Sector,
  Series,
  State,
  Table,
  TableCell,
  VoteChoice,
  Watch,
} from "../../src/world/index.ts";
import {day, gap, notLookedFor} from "../../src/world/index.ts";
import {tableOf} from "../reference/table-of.ts";

/** A small world of our own, with made-up figures where it matters that they are not the real ones. */
const state = (code: string, name: string, demonym: string, capital: string): State => ({
  code,
  name,
  demonyms: [demonym],
  capital,
  aliases: [],
  iso2: null,
  fips: null,
  cow: null,
  region: "test",
  existed: {from: day("1900-01-01"), to: null},
  source: "test",
});

const card = (id: DatasetId, from: string, to: string): DatasetCard => ({
  id,
  title: `Dataset ${id}`,
  source: "test",
  citation: `Cite ${id}.`,
  licence: "test",
  commercialUse: true,
  retrieved: day("2026-01-01"),
  coverage: {from, to, note: ""},
  rows: 1,
  columns: [],
});

const sectorEntry = (id: Sector, words: readonly string[]) => ({
  id,
  name: id,
  sitcSections: [],
  hsChapters: [],
  words,
  source: "test",
});

export const reference: Reference = {
  states: [
    state("IDN", "Indonesia", "Indonesian", "Jakarta"),
    state("MYS", "Malaysia", "Malaysian", "Kuala Lumpur"),
    state("VNM", "Vietnam", "Vietnamese", "Hanoi"),
    state("KAZ", "Kazakhstan", "Kazakh", "Astana"),
    state("RUS", "Russia", "Russian", "Moscow"),
    state("USA", "United States", "American", "Washington"),
  ],
  blocs: [
    {id: "BRICS", name: "BRICS", aliases: [], kind: "organisation", source: "test"},
    {
      id: "ASEAN",
      name: "ASEAN",
      aliases: ["Southeast Asia", "Southeast Asian"],
      kind: "organisation",
      source: "test",
    },
  ],
  memberships: [
    {
      bloc: "BRICS",
      state: "IDN",
      role: "member",
      from: day("2025-01-06"),
      to: null,
      source: "BRICS chair, 6 January 2025",
    },
    {
      bloc: "BRICS",
      state: "MYS",
      role: "partner",
      from: day("2025-01-01"),
      to: null,
      source: "BRICS chair",
    },
    {
      bloc: "BRICS",
      state: "RUS",
      role: "member",
      from: day("2009-06-16"),
      to: null,
      source: "BRICS",
    },
  ],
  outlets: [],
  offices: [
    {
      person: "Vladimir Putin",
      state: "RUS",
      office: "president",
      from: day("2012-05-07"),
      to: null,
      source: "test",
    },
  ],
  names: [],
  bodies: [],
  persons: () => tableOf([]),
  codebook: [],
  phraseBook: () => tableOf([]),
  sectors: [
    sectorEntry("energy", ["energy", "oil", "gas"]),
    sectorEntry("defence", ["defence", "defense", "military", "arms", "security"]),
    sectorEntry("trade", ["trade", "export", "import", "tariff"]),
    sectorEntry("agriculture", ["palm oil", "wheat"]),
    sectorEntry("technology", ["tech"]),
    sectorEntry("diplomacy", ["diplomatic", "talks"]),
  ],
  actions: [],
  capitals: [],
  likelihood: [],
  languageOf: () => null,
  pledgeBook: () => ({rules: new Map(), tracks: [], rows: []}),
  energyFacts: () => ({terminals: [], grades: []}),
  weightsOf: () => new Uint8Array(),
  datasets: [
    card("un-votes", "1946-01-26", "2025-10-29"),
    card("arms-deliveries", "1950", "2025"),
    card("trade-matrix", "1964", "2016"),
    card("agreements", "1948", "2023-10-10"),
  ],
};

export const watch: Watch = {
  name: "Test watch",
  states: ["IDN", "MYS"],
  powers: ["RUS", "USA"],
  optionalPowers: [],
  aggregates: [],
  sectors: ["energy", "defence", "trade", "diplomacy"],
};

const known = {recordedOn: day("2025-12-31")};
const delivery = (row: number, year: number, supplier: string, recipient: string, tiv: number) => ({
  ...known,
  row,
  year,
  supplier,
  recipient,
  tiv,
});
const flow = (row: number, exporter: string, importer: string, valueUsd: number) => ({
  ...known,
  row,
  dataset: "trade-matrix" as const,
  year: 2016,
  exporter,
  importer,
  sitcSection: null,
  valueUsd,
});

export const book: FactBook = {
  asOf: day("2026-06-01"),
  rollCalls: [
    {
      ...known,
      row: 1,
      recordId: 3959039,
      symbol: "A/RES/ES-11/1",
      date: day("2022-03-02"),
      title: "Aggression against Ukraine : resolution / adopted by the General Assembly",
      votes: new Map<string, VoteChoice>([
        ["IDN", "yes"],
        ["MYS", "yes"],
        ["VNM", "abstain"],
        ["KAZ", "abstain"],
        ["RUS", "no"],
      ]),
    },
  ],
  trade: [
    flow(1, "IDN", "RUS", 1.26e9),
    flow(2, "RUS", "IDN", 0.5e9),
    flow(3, "IDN", "USA", 16e9),
    flow(4, "USA", "IDN", 7e9),
    flow(5, "IDN", "MYS", 7e9),
  ],
  matrix: [],
  mirrored: [],
  gdp: [],
  topPartners: [],
  armsOrders: [],
  armsDeliveries: [
    delivery(1, 2003, "RUS", "IDN", 47),
    delivery(2, 2004, "USA", "IDN", 53),
    delivery(3, 2020, "USA", "IDN", 100),
    delivery(4, 2018, "RUS", "KAZ", 90),
    delivery(5, 2018, "USA", "KAZ", 10),
  ],
  militarySpending: [],
  russianFuel: [],
  energy2020: [],
  investment: [],
  agreements: [
    {
      ...known,
      row: 9,
      id: "a",
      title: "Kazakhstan Russia Free Trade Agreement",
      signed: day("1992-10-22"),
      inForce: day("1993-06-07"),
      ended: null,
      members: ["KAZ", "RUS"],
    },
  ],
  leaders: [],
  sanctions: [],
  eventCounts: [],
  worldEventsByYear: new Map(),
  attention: [],
  eventRows: [],
  datasets: new Set<DatasetId>(["un-votes", "arms-deliveries", "trade-matrix", "agreements"]),
};

export const tradeShare: Series = {
  id: "trade-share/IDN/RUS",
  title: "Share of goods trade",
  state: "IDN",
  partner: "RUS",
  sector: null,
  unit: "share",
  method: {id: "trade-share", version: 1},
  note: "",
  points: [
    {
      period: "2016",
      figure: {
        kind: "measured",
        value: 0.006,
        unit: "share",
        interval: null,
        intervalNote: "complete count",
        method: {id: "trade-share", version: 1},
        coverage: "all partners",
        vintage: "2016",
        evidence: [
          {
            kind: "rows",
            dataset: "trade-matrix",
            where: [{column: "year", in: [2016]}],
            count: 2,
            quote: "Indonesia and Russia, 2016.",
            reaches: [{party: "IDN", how: "dataset", by: "exporter"}],
            vintage: "2016",
          },
        ],
      },
    },
  ],
};

/** Reads a text by lines: heads end without a stop, "- " items, lines with " | " are tables; enough for a test of the audit. */
export function buildArticle(text: string, published: string | null = null, residue = ""): Article {
  const blocks: Block[] = [];
  const tables: Table[] = [];
  let under: number | null = null;
  let at = 0;
  let open: {start: number; rows: TableCell[][]} | null = null;
  const close = (end: number) => {
    if (open === null) return;
    const [columns, ...rows] = open.rows;
    tables.push({start: open.start, end, columns: columns ?? [], rows, repairs: []});
    blocks.push({kind: "table", start: open.start, end, under});
    open = null;
  };
  for (const line of `${text}\n`.split(/(?<=\n)/)) {
    const start = at;
    const end = at + line.trimEnd().length;
    at += line.length;
    if (line.includes(" | ")) {
      open ??= {start, rows: []};
      let cellAt = start;
      const cells = line
        .trimEnd()
        .split("|")
        .map((cell) => {
          const from = cellAt;
          cellAt += cell.length + 1;
          return {start: from, end: from + cell.length, text: cell.trim()};
        });
      if (!line.startsWith("---")) open.rows.push(cells.filter((cell) => cell.text !== ""));
      continue;
    }
    if (line.startsWith("---|")) continue;
    close(start);
    if (line.trim() === "") continue;
    if (line.startsWith("# ") || !/^- |[.:!]$/.test(line.trim())) {
      blocks.push({kind: "heading", start, end, under: null});
      under = blocks.length - 1;
    } else
      blocks.push({kind: line.startsWith("- ") ? "list-item" : "paragraph", start, end, under});
  }
  close(text.length);
  const residueAt = residue === "" ? -1 : text.indexOf(residue);
  return {
    ...notLookedFor,
    id: "0123456789abcdef",
    captureSha256: "0".repeat(64),
    origin: "test",
    title: gap("title", "none given", "the page"),
    text,
    language: "en",
    published:
      published === null ? gap("date", "no date in the text", "the original page") : day(published),
    recordedOn: day("2026-05-01"),
    outlet: gap("outlet", "none", "the page"),
    author: gap("author", "none", "the page"),
    cites: [{name: "Nikkei Asia", words: "according to a report by Nikkei Asia", start: 0, end: 0}],
    blocks,
    tables,
    flags:
      residueAt < 0
        ? []
        : [
            {
              kind: "machine-residue",
              note: "chatbot",
              start: residueAt,
              end: residueAt + residue.length,
            },
          ],
    grade: {reliability: "F", credibility: 6, reasons: ["undated"]},
    specimen: false,
  };
}
