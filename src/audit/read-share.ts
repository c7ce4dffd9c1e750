import {type Bound, boundBefore} from "./compare-number.ts";

/** A part of a whole as a text gives it. */
export interface Share {
  readonly percent: number;
  readonly bound: Bound;
  /** Whether it is a word such as "half" and not a figure: it is meant roughly. */
  readonly rough: boolean;
  readonly words: string;
  readonly start: number;
}

const figure = /(\d{1,3}(?:[.,]\d+)?)\s?(?:%|per ?cent\b|persen\b|peratus\b)/iu;
/** "A third of", "half its": a fraction only where something is taken a part of. */
const fractions: readonly {readonly words: RegExp; readonly percent: number}[] = [
  {words: /\btwo[- ]thirds\b/i, percent: 200 / 3},
  {words: /\bthree[- ]quarters\b/i, percent: 75},
  {words: /\bthree[- ]fifths\b/i, percent: 60},
  {words: /\btwo[- ]fifths\b/i, percent: 40},
  {words: /\b(?:a|one)[- ]third\b|\bsepertiga\b/i, percent: 100 / 3},
  {words: /\b(?:a|one)[- ]quarter\b|\bseperempat\b/i, percent: 25},
  {words: /\b(?:a|one)[- ]fifth\b|\bseperlima\b/i, percent: 20},
  {words: /\b(?:a|one)[- ]tenth\b|\bsepersepuluh\b/i, percent: 10},
  {
    words: /(?<!first |second )\bhalf\b(?! of (?:19|20)\d\d)|\b(?:se)?tengah\b|\bseparuh\b/i,
    percent: 50,
  },
];
const majority = /\b(?:a|the|the vast|the overwhelming) majority\b|\bmost of\b|\bsebagian besar\b/i;

/** The first share that a text gives: "47 %", "nearly half", "more than a third", "most of"; `null` where it gives none. */
export function readShare(text: string): Share | null {
  const hit = figure.exec(text);
  if (hit !== null)
    return {
      percent: Number((hit[1] ?? "").replace(",", ".")),
      bound: boundBefore(text.slice(0, hit.index)),
      rough: false,
      words: hit[0],
      start: hit.index,
    };
  for (const {words, percent} of fractions) {
    const found = words.exec(text);
    if (found === null) continue;
    const bound = boundBefore(text.slice(0, found.index));
    return {percent, bound, rough: true, words: found[0], start: found.index};
  }
  const most = majority.exec(text);
  return most === null
    ? null
    : {percent: 50, bound: "at least", rough: true, words: most[0], start: most.index};
}

/** "Half" said of 46 % is no error: in percentage points, our choice. */
const roughly = 5;

/** How near a measured share must be to a claimed one, and how far off refutes it, given what the figures allow. */
export function limitsOf(
  {rough, bound}: Share,
  points: {readonly near: number; readonly far: number},
): {near: number; far: number} {
  if (!rough || bound !== "about") return points;
  return {near: Math.max(points.near, roughly), far: Math.max(points.far, 2 * roughly)};
}
