import type {Block} from "../world/index.ts";
import {knownOutlet} from "./known-outlets.ts";

/** What stands between the place and the dash that open a news story: "KUALA LUMPUR, 3 March 2025 (Bernama) -". */
export interface Dateline {
  /** The words that may be a date; "" when there are none. */
  readonly dateWords: string;
  /** The agency in brackets (or between slashes, as TASS writes it); `null` when there is none. */
  readonly credit: string | null;
}

/** How many blocks from the top a dateline is looked for in: below title, byline and caption. */
const deepest = 6;
/** A dateline is shorter than this, in characters. */
const longest = 160;

const place = String.raw`(?!(?:In|On|At|By|From|Since)\s)(\p{Lu}[\p{L}.'’ -]{1,40}?)`;
const words = String.raw`(?:\s?[,/]\s?([^()/\n–—]{2,50}?))?[,.]?`;
const credit = String.raw`(?:\s?(?:\(([^()\n]{2,40})\)|/([^/\n]{2,40})/))?`;
const dash = String.raw`\s?(?:[–—]|--|\s-|-\s|:(?=\s)|(?<=/)\.(?=\s))\s?(?=\S)`;
const pattern = new RegExp(`^${place}${words}${credit}${dash}`, "u");

/** The dateline among the first blocks, or `null`. */
export function findDateline(text: string, blocks: readonly Block[]): Dateline | null {
  for (const {kind, start, end} of blocks.slice(0, deepest)) {
    if (kind !== "paragraph" && kind !== "heading") continue;
    const found = readDateline(text.slice(start, end));
    if (found !== null) return found;
  }
  return null;
}

/**
 * The dateline with which a text begins, or `null`. A place in ordinary letters counts only beside a date or a known
 * credit.
 */
function readDateline(text: string): (Dateline & {readonly length: number}) | null {
  const match = pattern.exec(text.slice(0, longest));
  if (match === null) return null;
  const [whole, where = "", between = "", inBrackets, inSlashes] = match;
  const agency = inBrackets ?? inSlashes ?? null;
  const dateWords = /\d/.test(between) ? between : "";
  const capitals = where === where.toUpperCase() && where.length > 3;
  return capitals || dateWords !== "" || (agency !== null && knownOutlet(agency) !== null)
    ? {dateWords, credit: agency, length: whole.length}
    : null;
}

/** How many characters of a text are its dateline: where and when it was written is no part of what it says. */
export function datelineLength(text: string): number {
  return readDateline(text)?.length ?? 0;
}
