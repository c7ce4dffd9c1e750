import {type Block, type Credit, type Gap, gap} from "../world/index.ts";
import type {Dateline} from "./dateline.ts";
import {isAgency, knownOutlet} from "./known-outlets.ts";

const topBlocks = 4;
const endBlocks = 4;
const longestLine = 120;
const name = String.raw`[\p{L}][\p{L}\p{M}.&'’/ -]{1,40}?`;

/** Lines and ends of paragraphs that name whose text it is. */
const patterns: readonly RegExp[] = [
  // "(Reuters)", "(ANTARA/RIA Novosti)", "[AFP]" at the end of a paragraph.
  new RegExp(String.raw`[([（]\s?(${name})\s?[)\]）][.。]?$`, "du"),
  // "- Bernama", "— AFP", "/TASS/" at the end of a paragraph.
  new RegExp(String.raw`(?:[.!?"”]\s|^)[–—-]{1,2}\s?(${name})[.]?$`, "du"),
  /\/([\p{L} ]{2,20})\/\.?$/du,
  // "Source: Xinhua", "Sumber: ANTARA", "Источник: ТАСС", "来源：新华社".
  new RegExp(
    String.raw`^(?:Source|Sources|Sumber|Источник|来源|Fuente|Nguồn|المصدر)\s?[:：]\s?(${name})[.]?$`,
    "diu",
  ),
  // "By Reuters", "Reuters Staff", "By the Associated Press", "With inputs from AFP".
  new RegExp(
    String.raw`^(?:[Bb]y|BY|[Oo]leh|[Ww]ith (?:inputs?|reporting|files) from)\s(?:[Tt]he\s)?(${name})(?:\s(?:[Ss]taff|[Nn]ews [Aa]gency))?\.?$`,
    "du",
  ),
  new RegExp(String.raw`^(${name})(?:\s[Ss]taff|\s[Cc]orrespondent)?$`, "du"),
];
/** Agencies that are not named: "Agencies", "News agencies and staff". */
const unnamed = /^(?:[Nn]ews )?[Aa]gencies$|^Wire (?:services|reports)$/;

/**
 * The agency that the text credits: in its dateline, in a line of its own at the top or the end, or behind its last words. A name
 * counts only where it is an agency's: a place in brackets is none.
 */
export function findCredit(
  dateline: Dateline | null,
  text: string,
  blocks: readonly Block[],
): Credit | Gap {
  const opening = dateline?.credit ?? null;
  const opened = opening === null ? null : agencyIn(opening.name);
  if (opening !== null && opened !== null)
    return {name: opened, start: opening.start, end: opening.end};
  const ends = blocks.slice(topBlocks).slice(-endBlocks).reverse();
  for (const {kind, start, end} of [...blocks.slice(0, topBlocks), ...ends]) {
    if (kind === "table") continue;
    const from = Math.max(start, end - longestLine);
    for (const pattern of patterns) {
      // A pattern of whole lines sees whole blocks only.
      if (from > start && pattern.source.startsWith("^")) continue;
      const match = pattern.exec(text.slice(from, end));
      const place = match?.indices?.[1];
      const agency = agencyIn(match?.[1] ?? "");
      if (place !== undefined && agency !== null)
        return {name: agency, start: from + place[0], end: from + place[1]};
    }
  }
  return gap("agency credit", "no agency is credited in it", "the page as its outlet published it");
}

/** The agency's usual name: "ANTARA/RIA" is credited to the first that is one. */
function agencyIn(words: string): string | null {
  const plain = words.trim();
  if (unnamed.test(plain)) return "unnamed agencies";
  for (const part of [plain, ...plain.split(/\s?\/\s?|\s(?:and|dan|&|и|et|y)\s/)]) {
    const known = knownOutlet(part) ?? knownOutlet(part.replace(/\s(?:News Agency|Staff)$/, ""));
    if (known !== null && isAgency(known)) return known;
  }
  return null;
}
