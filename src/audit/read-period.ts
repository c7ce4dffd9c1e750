import type {Day} from "../world/index.ts";
import {day, firstDayOf, isDay, lastDayOf} from "../world/index.ts";

/** The time that a claim speaks of, in closed days. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly words: string;
  readonly precision: "day" | "month" | "year" | "years";
  /** Whether the claim says so itself, or only stands in an article of that day. */
  readonly by: "claim" | "article";
}

const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
const month = `(${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?\\.?`).join("|")})`;
const year = "((?:19|20)\\d{2})";

const patterns = {
  iso: new RegExp(`\\b${year}-(\\d{2})-(\\d{2})\\b`),
  dayMonthYear: new RegExp(`\\b(\\d{1,2}) ${month},? ${year}\\b`, "i"),
  monthDayYear: new RegExp(`\\b${month} (\\d{1,2}),? ${year}\\b`, "i"),
  monthYear: new RegExp(`\\b${month},? (?:of )?${year}\\b`, "i"),
  years: new RegExp(
    `\\b(?:(?:from|between) )?${year}\\s?(?:[-–—/]|to|and|until|through)\\s?((?:19|20)?\\d{2})(?![\\d-])`,
    "i",
  ),
  year: new RegExp(`(?<![\\d.,/$€£-])${year}(?![\\d/%-]|[.,]\\d)`),
};

function monthNumber(name: string): number {
  return months.findIndex((one) => one.startsWith(name.toLowerCase().slice(0, 3))) + 1;
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

/**
 * The period that a sentence names: a day, a month, a year or a span of years ("2001-05" is 2001 to 2005). The most
 * exact pattern wins. `null` when it names none; "recently" and "last year" name none without a dated article.
 */
export function readPeriod(text: string): Period | null {
  const iso = patterns.iso.exec(text);
  if (iso?.[1] && iso[2] && iso[3]) return oneDay(iso[1], Number(iso[2]), iso[3], iso[0]);
  const dmy = patterns.dayMonthYear.exec(text);
  if (dmy?.[1] && dmy[2] && dmy[3]) return oneDay(dmy[3], monthNumber(dmy[2]), dmy[1], dmy[0]);
  const mdy = patterns.monthDayYear.exec(text);
  if (mdy?.[1] && mdy[2] && mdy[3]) return oneDay(mdy[3], monthNumber(mdy[1]), mdy[2], mdy[0]);
  const my = patterns.monthYear.exec(text);
  if (my?.[1] && my[2])
    return {...monthSpan(my[2], monthNumber(my[1])), words: my[0], precision: "month", by: "claim"};
  const span = patterns.years.exec(text);
  if (span?.[1] && span[2]) {
    const [first, second] = [span[1], span[2]];
    const to = Number(second.length === 2 ? first.slice(0, 2) + second : second);
    if (to > Number(first))
      return {
        from: firstDayOf(Number(first)),
        to: lastDayOf(to),
        words: span[0],
        precision: "years",
        by: "claim",
      };
  }
  const one = patterns.year.exec(text);
  if (one?.[1]) {
    const y = Number(one[1]);
    return {from: firstDayOf(y), to: lastDayOf(y), words: one[0], precision: "year", by: "claim"};
  }
  return null;
}
