import {readFileSync} from "node:fs";
import {readReference} from "../src/cli/house.ts";
import {movesFromEvents} from "../src/ledger/index.ts";
import {
  type Article,
  type CodedEvent,
  day,
  detailNotLookedFor,
  type EventType,
  gap,
  type Mode,
  type Move,
  notLookedFor,
  type PartyId,
  type Sector,
} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {bCubed, type Clustered, pairwise} from "./cluster-scores.ts";

/** A report of one happening with the event that a person coded from it; `origin` is whose report it prints. */
export interface HappeningRow {
  readonly id: string;
  readonly happening: string;
  readonly part?: "dev" | "held-out";
  readonly outlet: string;
  readonly origin: string;
  readonly published: string;
  readonly text: string;
  readonly type: EventType;
  readonly mode: Mode;
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
  readonly symmetric: boolean;
  readonly sectors: readonly Sector[];
  /** The day of the event, only where the text names it. */
  readonly when: string | null;
}

function articleOf(row: HappeningRow): Article {
  return {
    ...notLookedFor,
    id: row.id,
    captureSha256: row.id,
    origin: `bench:${row.id}`,
    title: gap("title", "the bench's reports have none", "a title"),
    text: row.text,
    language: "en",
    published: day(row.published),
    recordedOn: day(row.published),
    outlet: row.outlet,
    author: gap("author", "the bench's reports have none", "an author"),
    cites: [],
    blocks: [],
    tables: [],
    flags: [],
    grade: {reliability: "C", credibility: 6, reasons: ["made for a bench"]},
    specimen: false,
  };
}

/** The event with its first sentence as the passage. */
function eventOf(row: HappeningRow): CodedEvent {
  const quote = /^.*?[^A-Z][.!?](?=\s|$)/.exec(row.text)?.[0] ?? row.text;
  return {
    ...detailNotLookedFor,
    id: `event of ${row.id}`,
    type: row.type,
    quad: "verbal co-operation",
    mode: row.mode,
    sectors: row.sectors,
    sources: row.sources,
    targets: row.targets,
    symmetric: row.symmetric,
    when:
      row.when === null
        ? gap("when", "the passage does not name the day", "the day")
        : day(row.when),
    evidence: {
      kind: "passage",
      articleId: row.id,
      start: 0,
      end: quote.length,
      quote,
      reaches: [],
      specimen: false,
    },
    because: ["coded by hand"],
    confidence: null,
    coder: {id: "by-hand", version: 1},
  };
}

export function readHappenings(data: string): HappeningRow[] {
  return JSON.parse(readFileSync(data, "utf8"));
}

/** The rows as articles with one coded event each, and the carried reference. */
export function reportsOf(rows: readonly HappeningRow[]) {
  const reference = readReference();
  return {articles: rows.map(articleOf), events: rows.map(eventOf), reference};
}

/** All reports as the ledger's moves. */
export function link(rows: readonly HappeningRow[]): Move[] {
  const {articles, events, reference} = reportsOf(rows);
  return movesFromEvents(articles, events, reference);
}

/** The move in which each report stands. */
export function moveOfReport(moves: readonly Move[]): Map<string, Move> {
  return new Map(
    moves.flatMap((move) =>
      move.evidence.flatMap((one): [string, Move][] =>
        one.kind === "passage" ? [[one.articleId, move]] : [],
      ),
    ),
  );
}

/** Floor: the same parties in the same calendar week, by publication. */
function pairAndWeek(row: HappeningRow): string {
  const parties = [...new Set([...row.sources, ...row.targets])].sort();
  // 1970-01-01 was a Thursday: three days more and weeks begin on Monday.
  const week = Math.floor((Date.parse(`${row.published}T00:00:00Z`) / 86_400_000 + 3) / 7);
  return JSON.stringify([parties, week]);
}

/**
 * Share of the happenings that became one whole move, alone in it, with the right number of independent origins. A
 * happening whose reports were torn apart, or joined with another's, is wrong whatever the number.
 */
function originsRight(
  rows: readonly HappeningRow[],
  moves: ReadonlyMap<string, Move>,
  part: (row: HappeningRow) => boolean,
): number {
  const happenings = new Map<string, HappeningRow[]>();
  for (const row of rows)
    happenings.set(row.happening, [...(happenings.get(row.happening) ?? []), row]);
  const scored = [...happenings.values()].filter((reports) => reports.some(part));
  const right = scored.filter((reports) => {
    const [move, ...others] = new Set(reports.map(({id}) => moves.get(id)));
    const origins = new Set(reports.map(({origin}) => origin)).size;
    return (
      others.length === 0 &&
      move?.articles === reports.length &&
      move.independentOrigins === origins
    );
  });
  return right.length / scored.length;
}

/**
 * What the recipe leaves to people: the share of reports that stand in a move of which it cannot say whether it is the
 * same as another, and how often the two that it names are the same.
 */
function unsure(
  rows: readonly HappeningRow[],
  moves: ReadonlyMap<string, Move>,
  part: (row: HappeningRow) => boolean,
): {share: number; right: number} {
  const happeningOf = new Map(
    rows.flatMap((row): [string, string][] => {
      const move = moves.get(row.id);
      return move?.reports?.[0]?.articleId === row.id ? [[move.id, row.happening]] : [];
    }),
  );
  const scored = rows.filter(part);
  const asked = scored.filter(({id}) => moves.get(id)?.maybeSameAs !== undefined);
  const named = [...new Set(asked.map(({id}) => moves.get(id)))].flatMap((move) =>
    (move?.maybeSameAs ?? []).map(
      ({moveId}) => happeningOf.get(moveId) === happeningOf.get(move?.id ?? ""),
    ),
  );
  return {
    share: asked.length / scored.length,
    right: named.filter((same) => same).length / Math.max(1, named.length),
  };
}

/**
 * How well reports of one happening become one move, apart from how well they were coded. All reports are linked
 * together; where rows have parts, the named part is scored.
 */
export async function run({
  data,
  part = "held-out",
}: {
  data: string;
  part?: "dev" | "held-out";
}): Promise<BenchResult> {
  const rows = readHappenings(data);
  const parted = rows.some((row) => row.part !== undefined);
  const scored = (row: HappeningRow) => !parted || row.part === part;
  const moves = moveOfReport(link(rows));
  const clustered = (said: (row: HappeningRow) => string): Clustered[] =>
    rows.map((row) => ({said: said(row), truth: row.happening, scored: scored(row)}));
  const ours = clustered(({id}) => moves.get(id)?.id ?? id);
  const alone = clustered(({id}) => id);
  const week = clustered(pairAndWeek);
  const {f1, precision, recall} = bCubed(ours);
  const doubtful = unsure(rows, moves, scored);
  return {
    bench: "linking",
    figures: {
      bCubedF1: f1,
      bCubedPrecision: precision,
      bCubedRecall: recall,
      pairwiseF1: pairwise(ours).f1,
      originsRight: originsRight(rows, moves, scored),
      unsureShare: doubtful.share,
      unsureRight: doubtful.right,
    },
    floors: {
      "bCubedF1 every-report-alone": bCubed(alone).f1,
      "bCubedF1 same-pair-and-week": bCubed(week).f1,
      "pairwiseF1 every-report-alone": pairwise(alone).f1,
      "pairwiseF1 same-pair-and-week": pairwise(week).f1,
    },
    peers: {},
    n: rows.filter(scored).length,
  };
}
