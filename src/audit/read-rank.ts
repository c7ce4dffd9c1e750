/** A place in an order by size, as a text gives it. */
export interface Rank {
  /** 1 for "the largest". */
  readonly place: number;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const ranked = new RegExp(
  String.raw`\b(?:(${ordinals.join("|")}|\d{1,2}(?:st|nd|rd|th))[- ])?(?:single[- ])?(largest|biggest|main|top|leading|principal|primary|chief|most important|number one)\b`,
  "iu",
);
/** "One of the largest" and "the five largest" give no place; nor does "no longer the largest". */
const noPlace =
  /\b(?:one of|among|some of|not|never|no longer|hardly)\s+(?:\S+\s+){0,3}$|\b(?:two|three|four|five|ten|\d{1,2})\s+$/i;

/** The first place in an order that a text gives: "second-largest", "main"; `null` where it gives none or denies one. */
export function readRank(text: string): Rank | null {
  const hit = ranked.exec(text);
  if (hit === null || noPlace.test(text.slice(0, hit.index))) return null;
  const at = hit[1]?.toLowerCase();
  const spelt = at === undefined ? 0 : ordinals.indexOf(at);
  return {
    place: at === undefined ? 1 : spelt >= 0 ? spelt + 1 : Number.parseInt(at, 10),
    words: hit[0],
    start: hit.index,
    end: hit.index + hit[0].length,
  };
}
