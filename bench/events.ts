import {readFileSync} from "node:fs";
import {uniformInt} from "pure-rand/distribution/uniformInt";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";
import {readReference} from "../src/cli/house.ts";
import {codeSentence, findMentions, findSectors} from "../src/coding/index.ts";
import {splitSentences} from "../src/reading/index.ts";
import {type Day, isDay, type PartyId, type Reference} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {keywordType} from "./keyword-coder.ts";
import {rootOf} from "./plain-plover.ts";

/** An event as the labelling guide writes it: state codes, `EUE`, `NATO`, `UN`, …, `---` where there is none. */
export interface LabelledEvent {
  readonly type: string;
  readonly mode: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly sector: string;
}

export interface LabelledRow {
  readonly text: string;
  readonly date: string;
  readonly part?: "dev" | "held-out";
  readonly events: readonly LabelledEvent[];
}

/** The parties as the guide writes them. */
export function codesOf(parties: readonly PartyId[]): string[] {
  return parties.length === 0 ? ["---"] : parties.map((party) => (party === "EU" ? "EUE" : party));
}

/** What the coder says of a row, in the guide's terms. */
export function codeRow({text, date}: LabelledRow, reference: Reference): LabelledEvent[] {
  const on: Day | null = isDay(date) ? date : null;
  return splitSentences(text, 0, text.length).flatMap(({start, end}) =>
    codeSentence(text.slice(start, end), reference, on).map((event) => ({
      type: rootOf(event.type),
      mode: event.mode,
      source: codesOf(event.sources),
      target: codesOf(event.targets),
      sector: event.sectors[0] ?? "other",
    })),
  );
}

/** The floor: a bag of words for the type, the first party named acts on the second, everything is done. */
export function keywordRow({text}: LabelledRow, reference: Reference): LabelledEvent[] {
  const type = keywordType(text, reference);
  const parties = [...new Set(findMentions(text, reference).map((one) => one.party))];
  if (type === null || parties.length === 0) return [];
  const sector = findSectors(text, reference)[0]?.sector ?? "other";
  return [
    {
      type: rootOf(type),
      mode: "done",
      source: codesOf(parties.slice(0, 1)),
      target: codesOf(parties.slice(1, 2)),
      sector,
    },
  ];
}

/** Codes as a set. */
export const keyOf = (codes: readonly string[]) => [...new Set(codes)].sort().join("+");

export type Sides = Pick<LabelledEvent, "source" | "target">;

/**
 * Whether both sides of what was said are the true ones, as sets. Where the truth is symmetric, order does not count: "A on B"
 * names both who act. Saying "A and B on A and B" of what A does to B is wrong.
 */
export function sameSides(said: Sides, truth: Sides): boolean {
  if (truth.source.length > 1 && keyOf(truth.source) === keyOf(truth.target))
    return keyOf([...said.source, ...said.target]) === keyOf(truth.source);
  return keyOf(said.source) === keyOf(truth.source) && keyOf(said.target) === keyOf(truth.target);
}

export interface Tally {
  readonly said: number;
  readonly true: number;
  readonly matched: readonly {said: LabelledEvent; truth: LabelledEvent}[];
  /** Events of the truth whose sides were found by some event said, and whether that had the type. */
  readonly pairs: number;
  readonly typed: number;
  readonly eventFree: boolean;
}

/** Matches what was said of one row with what is true of it, one to one. */
export function tallyRow(said: readonly LabelledEvent[], row: LabelledRow): Tally {
  const free = [...said];
  const matched: {said: LabelledEvent; truth: LabelledEvent}[] = [];
  let pairs = 0;
  let typed = 0;
  for (const truth of row.events.map((one) => ({
    ...one,
    type: one.type === "CONCEDE" || one.type === "RETREAT" ? "YIELD" : one.type,
  }))) {
    if (said.some((one) => sameSides(one, truth))) pairs++;
    const at = free.findIndex((one) => one.type === truth.type && sameSides(one, truth));
    if (at < 0) continue;
    typed++;
    const [hit] = free.splice(at, 1);
    if (hit !== undefined) matched.push({said: hit, truth});
  }
  return {
    said: said.length,
    true: row.events.length,
    matched,
    pairs,
    typed,
    eventFree: row.events.length === 0,
  };
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

export function eventF1(tallies: readonly Tally[]): number {
  let hit = 0;
  let all = 0;
  for (const one of tallies) {
    hit += one.matched.length;
    all += one.said + one.true;
  }
  return share(2 * hit, all);
}

function figuresOf(tallies: readonly Tally[]) {
  const matched = tallies.flatMap((one) => one.matched);
  const free = tallies.filter((one) => one.eventFree);
  const sum = (of: (one: Tally) => number) => tallies.reduce((total, one) => total + of(one), 0);
  return {
    eventF1: eventF1(tallies),
    typeGivenPair: share(
      sum((one) => one.typed),
      sum((one) => one.pairs),
    ),
    modeGivenMatch: share(
      matched.filter(({said, truth}) => said.mode === truth.mode).length,
      matched.length,
    ),
    sectorGivenMatch: share(
      matched.filter(({said, truth}) => said.sector === truth.sector).length,
      matched.length,
    ),
    falseEventShare: share(free.filter((one) => one.said > 0).length, free.length),
  };
}

/** 95 % of event F1 over rows drawn again with replacement; the draws are seeded, so the interval is reproducible. */
export function bootstrap(tallies: readonly Tally[], draws = 1000): {low: number; high: number} {
  const random = xoroshiro128plus(20260101);
  const scores = Array.from({length: draws}, () =>
    eventF1(tallies.map(() => tallies[uniformInt(random, 0, tallies.length - 1)] as Tally)),
  ).sort((a, b) => a - b);
  const at = (p: number) => scores[Math.floor(p * (draws - 1))] ?? 0;
  return {low: at(0.025), high: at(0.975)};
}

/** Reads rows; where they have parts, only the held-out part is scored. */
export function readLabelled(data: string): LabelledRow[] {
  const rows: LabelledRow[] = JSON.parse(readFileSync(data, "utf8"));
  return rows.some((row) => row.part !== undefined)
    ? rows.filter((row) => row.part === "held-out")
    : rows;
}

/** Whole events from raw sentences: type and both sides right, and each field where those match. */
export async function run({data}: {data: string}): Promise<BenchResult> {
  return scoreRows("events", readLabelled(data));
}

/** The coder's figures on labelled rows, beside those of the keyword coder. */
export function scoreRows(bench: string, rows: readonly LabelledRow[]): BenchResult {
  const reference = readReference();
  const tallies = rows.map((row) => tallyRow(codeRow(row, reference), row));
  const {low, high} = bootstrap(tallies);
  const floor = figuresOf(rows.map((row) => tallyRow(keywordRow(row, reference), row)));
  const {eventF1: f1, ...fields} = figuresOf(tallies);
  return {
    bench,
    figures: {eventF1: f1, eventF1Low: low, eventF1High: high, ...fields},
    floors: Object.fromEntries(
      Object.entries(floor).map(([figure, value]) => [`${figure} keyword`, value]),
    ),
    peers: {},
    n: rows.length,
  };
}
