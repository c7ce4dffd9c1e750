import {type Day, dayNumber, type Gap, gap, isGap, type NamedDay, yearOf} from "../world/index.ts";
import {articleReach} from "./article-reach.ts";
import {
  arabicFigures,
  type DayOrder,
  type DayRead,
  datesIn,
  dayOf,
  figuresRead,
} from "./day-in-words.ts";
import {monthNumber} from "./month-names.ts";
import {dayFrom, relativeDaysIn} from "./relative-days.ts";

const mostDays = 200;
const monthWord = String.raw`([\p{L}\p{M}]{3,13})`;
/** A day without its year. "12/05" counts only in brackets, as Indonesian papers set it: "Senin (12/05)". */
const yearless: readonly (readonly [words: RegExp, month: 1 | 2, day: 1 | 2])[] = [
  [
    new RegExp(
      String.raw`(?<![\p{L}\d])${monthWord}\.? (\d{1,2})(?:st|nd|rd|th)?(?![\d:.,%]\d|\d| \d{4})`,
      "gu",
    ),
    1,
    2,
  ],
  [
    new RegExp(
      String.raw`(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er)? (?:de )?${monthWord}(?![\p{L}\p{M}]|,? \d{4})`,
      "gu",
    ),
    2,
    1,
  ],
  [/(?<!年 ?)(?<!\d)(\d{1,2})月(\d{1,2})日/gu, 1, 2],
];
const bracketed = /\((\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?\)/gu;

/**
 * Every day that the text names, told from the day of publication: full dates as they stand; "March 6" in the year nearest to it;
 * "yesterday", "on Monday", "kemarin", "вчера" counted from it. A `Gap` says what is missing.
 */
export function findNamedDays(
  text: string,
  published: Day | Gap,
  language: string,
  order: DayOrder | null,
): NamedDay[] {
  const searched = arabicFigures(text.slice(0, articleReach));
  const found: NamedDay[] = [];
  const add = (start: number, end: number, day: Day | Gap | null) => {
    if (day === null || found.length >= mostDays) return;
    if (!found.some((one) => one.start < end && start < one.end)) found.push({start, end, day});
  };
  const words = (start: number, end: number) => text.slice(start, end);
  for (const {start, end, read} of datesIn(searched, order))
    add(start, end, settled(read, words(start, end)));
  for (const match of searched.matchAll(bracketed)) {
    const [start, end] = [match.index + 1, match.index + match[0].length - 1];
    const year = match[3] ?? (isGap(published) ? null : yearOf(published));
    const read =
      year === null ? null : figuresRead(Number(match[1]), Number(match[2]), Number(year), order);
    if (read !== null) add(start, end, settled(read, words(start, end)));
    else if (year === null) add(start, end, noYear(words(start, end)));
  }
  for (const [pattern, month, day] of yearless)
    for (const match of searched.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const name = match[month] ?? "";
      const number = /^\d/.test(name) ? Number(name) : monthNumber(name);
      if (number === null || (language === "en" && /^\p{Ll}/u.test(name))) continue;
      add(start, end, nearest(published, number, Number(match[day]), words(start, end)));
    }
  for (const {start, end, tells} of relativeDaysIn(searched, language))
    add(start, end, isGap(published) ? undated(words(start, end)) : dayFrom(published, tells));
  return found.sort((a, b) => a.start - b.start);
}

function settled(read: DayRead, words: string): Day | Gap {
  return "day" in read ? read.day : twoReadings(words, read.either);
}

/** What is missing where figures name one of two days. */
export function twoReadings(words: string, [dayFirst, monthFirst]: readonly [Day, Day]): Gap {
  return gap(
    `the day "${words}"`,
    `it is ${dayFirst} where the day is written first and ${monthFirst} where the month is`,
    "the country of the source",
  );
}

/** The year that brings the day nearest to publication; 29 February may have none near. */
function nearest(published: Day | Gap, month: number, dayOfMonth: number, words: string) {
  if (isGap(published)) return dayOf(2024, month, dayOfMonth) === null ? null : noYear(words);
  const year = yearOf(published);
  const days = [year - 1, year, year + 1].flatMap((one) => dayOf(one, month, dayOfMonth) ?? []);
  const apart = (one: Day) => Math.abs(dayNumber(one) - dayNumber(published));
  return days.sort((a, b) => apart(a) - apart(b))[0] ?? null;
}

function noYear(words: string): Gap {
  return gap(
    `the day "${words}"`,
    "neither it nor the text's date tells the year",
    "the date of the text",
  );
}

function undated(words: string): Gap {
  return gap(
    `the day "${words}"`,
    "it is told from the day of publication, which is not known",
    "the date of the text",
  );
}
