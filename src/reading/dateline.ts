import type {Block} from "../world/index.ts";
import {knownOutlet} from "./known-outlets.ts";

/** The opening of a news story: "KUALA LUMPUR, 3 March 2025 (Bernama) -". */
export interface Dateline {
  readonly place: string;
  /** The words between place and dash that may be a date; "" when there are none. */
  readonly dateWords: string;
  /** The agency in brackets, as written; `null` when there is none. */
  readonly credit: string | null;
}

/** How many blocks from the top a dateline is looked for in: below title, byline and caption. */
const deepest = 6;

const pattern =
  /^(?<place>\p{Lu}[\p{L}.'’ -]{1,40}?)(?:\s?[,/]\s?(?<rest>[^()\n–—]{2,50}?))?(?:,)?(?:\s?\((?<credit>[^()\n]{2,40})\))?\s?(?:[–—]|--|\s-|-\s|:(?=\s))\s?(?=\S)/u;

/** The dateline among the first blocks, or `null`. A place in ordinary letters counts only beside a date or a credit. */
export function findDateline(text: string, blocks: readonly Block[]): Dateline | null {
  for (const block of blocks.slice(0, deepest)) {
    if (block.kind !== "paragraph" && block.kind !== "heading") continue;
    const groups = pattern.exec(
      text.slice(block.start, Math.min(block.end, block.start + 160)),
    )?.groups;
    if (groups === undefined) continue;
    const {place = "", rest: dateWords = "", credit = null} = groups;
    const capitals = place === place.toUpperCase() && place.length > 3;
    const dated = /\d/.test(dateWords);
    if (capitals || dated || (credit !== null && knownOutlet(credit) !== null))
      return {place, dateWords: dated ? dateWords : "", credit};
  }
  return null;
}
