import {monthNumber} from "../reading/index.ts";
import type {ClaimPeriod, Day} from "../world/index.ts";
import {day, firstDayOf, isDay, lastDayOf, yearOf} from "../world/index.ts";

export type Period = ClaimPeriod;

/** Names of months as they are looked for: Indonesian and Malay where they differ from the English, then the English. */
const names = [
  ..."januari februari maret mac mei juni jun juli julai agustus ogos oktober desember disember".split(
    " ",
  ),
  ..."january february march april may june july august september october november december"
    .split(" ")
    .map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?\\.?`),
].join("|");
const month = `\\b(${names})(?![\\p{L}])`;
const year = "((?:19|20)\\d{2})";
const through = "(?:[-–—/]|to|and|until|through|hingga|sampai|dan)";

/** The most exact first: a stretch that one has read is not read again. */
const patterns = [
  {is: "iso", words: new RegExp(`\\b${year}-(\\d{2})-(\\d{2})\\b`, "giu")},
  {is: "dmy", words: new RegExp(`\\b(\\d{1,2}) ${month},? ${year}\\b`, "giu")},
  {is: "mdy", words: new RegExp(`${month} (\\d{1,2}),? ${year}\\b`, "giu")},
  {is: "my", words: new RegExp(`${month},? (?:of )?${year}\\b`, "giu")},
  {
    is: "years",
    words: new RegExp(
      `\\b(?:(?:from|between|antara) )?${year}\\s?${through}\\s?((?:19|20)?\\d{2})(?![\\d-])`,
      "giu",
    ),
  },
  {is: "y", words: new RegExp(`(?<![\\d.,/$€£-])${year}(?![\\d/%-]|[.,]\\d)`, "giu")},
  {is: "last year", words: /\blast year\b/gi},
] as const;

/**
 * Every period that a text names: days, months, years and spans of years ("2001-05" is 2001 to 2005), the most exact
 * first; each that is said twice stands once. "Last year" is told from the day on which it was written.
 */
export function readPeriods(text: string, written: Day | null = null): Period[] {
  const found: {period: Period; start: number; end: number}[] = [];
  for (const {is, words} of patterns)
    for (const hit of text.matchAll(words)) {
      const [start, end] = [hit.index, hit.index + hit[0].length];
      if (found.some((one) => one.start < end && start < one.end)) continue;
      const period = periodOf(is, hit, written);
      if (period !== null) found.push({period, start, end});
    }
  const key = ({from, to}: Period) => `${from}/${to}`;
  return [
    ...new Map(found.map(({period}) => [key(period), period] as const).reverse()).values(),
  ].reverse();
}

/** Whether a period's words only bound it: "since 2014", "until 2020", "by 2025". */
export function isOpen(text: string, {words}: Period): boolean {
  const at = text.indexOf(words);
  return (
    at > 0 &&
    /\b(since|until|till|before|after|by|up to|from|sejak|hingga|sebelum|setelah)\s+(late |early |mid-)?$/i.test(
      text.slice(0, at),
    )
  );
}

function periodOf(
  is: (typeof patterns)[number]["is"],
  hit: RegExpExecArray | RegExpMatchArray,
  written: Day | null,
): Period | null {
  const [words, a = "", b = "", c = ""] = hit;
  switch (is) {
    case "iso":
      return oneDay(a, Number(b), c, words);
    case "dmy":
      return oneDay(c, monthNumber(b) ?? 0, a, words);
    case "mdy":
      return oneDay(c, monthNumber(a) ?? 0, b, words);
    case "my":
      return {...monthSpan(b, monthNumber(a) ?? 0), words, precision: "month", by: "claim"};
    case "years": {
      const to = Number(b.length === 2 ? a.slice(0, 2) + b : b);
      return to > Number(a) ? ofYears(Number(a), to, words, "years") : null;
    }
    case "y":
      return ofYears(Number(a), Number(a), words, "year");
    case "last year":
      return written === null
        ? null
        : ofYears(yearOf(written) - 1, yearOf(written) - 1, words, "year");
  }
}

function ofYears(from: number, to: number, words: string, precision: "year" | "years"): Period {
  return {from: firstDayOf(from), to: lastDayOf(to), words, precision, by: "claim"};
}

function monthSpan(y: string, m: number): {from: Day; to: Day} {
  const stem = `${y}-${String(m).padStart(2, "0")}`;
  const last = [31, 30, 29, 28].find((d) => isDay(`${stem}-${d}`)) ?? 28;
  return {from: day(`${stem}-01`), to: day(`${stem}-${last}`)};
}

function oneDay(y: string, m: number, d: string, words: string): Period | null {
  const text = `${y}-${String(m).padStart(2, "0")}-${d.padStart(2, "0")}`;
  return isDay(text) ? {from: text, to: text, words, precision: "day", by: "claim"} : null;
}
