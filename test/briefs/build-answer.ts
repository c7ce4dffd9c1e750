import type {Answer, Cell, Evidence, Move, Option, PassageEvidence} from "../../src/world/index.ts";
import {day, gap} from "../../src/world/index.ts";
import {watch} from "../audit/build-world.ts";

/** A small answer built by hand; `text` stands wherever a stranger's words can stand. */
export function buildAnswer(text = "Talks on trade with Russia", moves = 2): Answer {
  const passage: PassageEvidence = {
    kind: "passage",
    articleId: "0123456789abcdef",
    start: 10,
    end: 10 + text.length,
    quote: text,
    reaches: [{party: "IDN", how: "column", by: "row heading: Indonesia"}],
    specimen: false,
  };
  const rows: Evidence = {
    kind: "rows",
    dataset: "trade-matrix",
    where: [
      {column: "exporter", in: ["IDN"]},
      {column: "year", from: 2016, to: 2016},
    ],
    count: 1,
    quote: "Indonesia's exports to Russia, 2016.",
    reaches: [{party: "IDN", how: "dataset", by: "exporter"}],
    vintage: "2016",
  };
  const searched: Evidence = {
    kind: "searched",
    datasets: ["event-rows"],
    where: [],
    quote: "Nothing found.",
    reaches: [{party: "IDN", how: "dataset", by: "states searched for"}],
  };
  const entry: Evidence = {
    kind: "reference",
    table: "actions",
    key: "diversify",
    quote: text,
    source: "our own judgement",
    reaches: [],
  };
  const cell = (words: string, evidence: readonly Evidence[]): Cell => ({
    text: words,
    about: ["IDN", "RUS"],
    evidence,
    figure: null,
    gap: null,
    grade: {reliability: "F", credibility: 6, reasons: ["undated"]},
  });
  const move = (index: number, specimen = false): Move => ({
    id: `move-${index}`,
    type: "CONSULT",
    mode: "done",
    sectors: ["trade"],
    sources: ["IDN"],
    targets: ["RUS"],
    participants: [],
    summary: `${text} ${index}`,
    when:
      index === 0 ? gap("date", "the text has none", "the original") : day(`20${10 + index}-01-15`),
    precision: "day",
    recordedOn: day("2026-01-02"),
    articles: 1,
    independentOrigins: 1,
    grade: {reliability: "C", credibility: index === 1 ? 2 : 6, reasons: []},
    evidence: index % 2 === 0 ? [passage] : [rows],
    from: "article",
    specimen,
  });
  const ledgerMoves = [...Array.from({length: moves}, (_, index) => move(index)), move(40, true)];
  return {
    watch: {...watch, name: text},
    asOf: day("2026-06-01"),
    version: "0.1.0",
    moves: [
      {
        country: "IDN",
        partner: "RUS",
        sector: "trade",
        focus: cell("2 moves, 1 article", [passage, rows]),
        moves: ledgerMoves.map((one) => ({
          ...cell(one.summary, one.evidence),
          grade: one.grade,
          moveId: one.id,
          mode: one.mode,
          when: one.when,
          precision: one.precision,
          specimen: one.specimen,
        })),
      },
      {
        country: "IDN",
        partner: "USA",
        sector: "energy",
        focus: {
          ...cell("no move known", [searched]),
          gap: gap("moves", "none found", "an article"),
        },
        moves: [],
      },
    ],
    stakes: [
      {
        country: "IDN",
        partner: "RUS",
        sector: "energy",
        benefits: [cell(text, [passage])],
        risks: [cell("Indonesia has no quantified evidence.", [searched])],
      },
      {country: "MYS", partner: "RUS", sector: "trade", benefits: [], risks: [cell(text, [rows])]},
    ],
    options: [
      {
        id: "diversify",
        entry: "diversify",
        towards: null,
        focus: text,
        action: cell("Buy from more sellers", [entry]),
        whoseChoice: ["IDN"],
        basis: "judgement",
        strength: "precedents",
        mechanism: "buyers move over",
        gains: cell("Other sellers", [entry]),
        loses: cell("The largest seller", [entry]),
        cost: {kind: "gap", what: "cost", why: "not known", wouldFill: "a budget"},
        reversibility: {ease: "easy", because: "orders end"},
        precedents: 1,
        dominatedBy: null,
        assumptions: ["prices hold"],
        outcomes: [cell(text, [entry, rows])],
      },
    ],
    ledgerMoves,
    series: [],
    postures: [],
    verdicts: [
      {
        articleId: "0123456789abcdef",
        title: text,
        specimen: true,
        grade: {reliability: "F", credibility: 6, reasons: []},
        verdicts: [
          {
            claim: {
              text,
              about: ["IDN"],
              sector: "trade",
              evidence: passage,
              event: null,
              period: null,
              quantity: null,
              attribution: null,
            },
            kind: "assertion",
            verdict: "stale",
            because: "Older figures exist.",
            for: [],
            against: [],
            past: [rows],
            wouldSettle: "customs statistics",
          },
          {
            claim: {
              text,
              about: ["IDN"],
              sector: "trade",
              evidence: passage,
              event: null,
              period: null,
              quantity: null,
              attribution: null,
            },
            kind: "opinion",
            verdict: null,
            because: "An opinion.",
            for: [],
            against: [],
            wouldSettle: "",
          },
        ],
      },
    ],
    judgements: [],
    gaps: [gap("trade of Indonesia after 2016", "no file carries it.", "customs statistics")],
    vintages: [
      {
        dataset: "trade-matrix",
        title: "Trade matrix",
        from: "1964",
        to: "2016",
        recordedOn: day("2021-12-31"),
      },
    ],
  };
}

/** Where "tariff:USA" is placed: the entry and the power that its id is made of. */
export function placed(id: string): Pick<Option, "id" | "entry" | "towards"> {
  const [entry = "", towards = null] = id.split(":");
  return {id, entry, towards};
}
