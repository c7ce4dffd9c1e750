import type {Block, Stretch} from "../world/index.ts";
import {knownOutlet} from "./known-outlets.ts";

/** What stands between the place and the dash that open a news story: "KUALA LUMPUR, 3 March 2025 (Bernama) -". */
export interface Dateline {
  /** The words that may be a date; "" when there are none. */
  readonly dateWords: string;
  /** The agency in brackets (or between slashes, as TASS writes it); `null` when there is none. */
  readonly credit: (Stretch & {readonly name: string}) | null;
}

/** How many blocks from the top a dateline is looked for in: below title, byline and caption. */
const deepest = 6;
/** A dateline is shorter than this, in characters. */
const longest = 160;

const place = String.raw`(?!(?:In|On|At|By|From|Since)\s)(\p{Lu}[\p{L}.'’ -]{1,40}?)`;
const words = String.raw`(?:\s?[,/]\s?([^()/\n–—]{2,50}?))?[,.]?`;
const credit = String.raw`(?:\s?(?:\(([^()\n]{2,40})\)|/([^/\n]{2,40})/))?`;
const dash = String.raw`\s?(?:[–—]|--|\s-|-\s|:(?=\s)|(?<=/)\.(?=\s))\s?(?=\S)`;
const pattern = new RegExp(`^${place}${words}${credit}${dash}`, "du");
/** "新华社北京3月3日电", "中新社雅加达3月3日电": the agency, the place, the day, and the word for a dispatch. */
const chinese =
  /^[（(]?([\p{Script=Han}]{2,4}[社网])([\p{Script=Han}]{2,10}?)(\d{1,2}月\d{1,2}日)电[）)]?\s?/du;

/** The dateline among the first blocks, or `null`. */
export function findDateline(text: string, blocks: readonly Block[]): Dateline | null {
  for (const {kind, start, end} of blocks.slice(0, deepest)) {
    if (kind !== "paragraph" && kind !== "heading") continue;
    const found = readDateline(text.slice(start, end));
    if (found === null) continue;
    const {dateWords, credit} = found;
    return {
      dateWords,
      credit: credit && {...credit, start: start + credit.start, end: start + credit.end},
    };
  }
  return null;
}

/**
 * The dateline with which a text begins, or `null`. A place in ordinary letters counts only beside a date or a known
 * credit.
 */
function readDateline(text: string): (Dateline & {readonly length: number}) | null {
  const top = text.slice(0, longest);
  const han = chinese.exec(top);
  if (han !== null)
    return {dateWords: han[3] ?? "", credit: groupOf(han, 1), length: han[0].length};
  const match = pattern.exec(top);
  if (match === null) return null;
  const [whole, where = "", between = ""] = match;
  const agency = groupOf(match, 3) ?? groupOf(match, 4);
  const dateWords = /\d/.test(between) ? between : "";
  const capitals = where === where.toUpperCase() && where.length > 3;
  return capitals || dateWords !== "" || (agency !== null && knownOutlet(agency.name) !== null)
    ? {dateWords, credit: agency, length: whole.length}
    : null;
}

function groupOf(match: RegExpExecArray, group: number): Dateline["credit"] {
  const [name, place] = [match[group], match.indices?.[group]];
  return name === undefined || place === undefined ? null : {name, start: place[0], end: place[1]};
}

/** How many characters of a text are its dateline: where and when it was written is no part of what it says. */
export function datelineLength(text: string): number {
  return readDateline(text)?.length ?? 0;
}
