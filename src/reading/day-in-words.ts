import {type Day, isDay} from "../world/index.ts";
import {monthNumber} from "./month-names.ts";

/** How a country writes a day in figures: "12/05" is 12 May day first, 5 December month first. */
export type DayOrder = "day-first" | "month-first";

/** What a date in words comes to: a day, or the two that it may be where nothing tells the order. */
export type DayRead =
  | {readonly day: Day}
  | {readonly either: readonly [dayFirst: Day, monthFirst: Day]};

interface DatePattern {
  readonly words: RegExp;
  /** Where year, month and day stand among the groups. */
  readonly at: readonly [year: number, month: number, day: number];
}

const month = String.raw`([\p{L}\p{M}.]{3,13}?(?: (?:الأول|الثاني))?)`;
const of = "(?:del? )?";
const order = "(?:st|nd|rd|th|er|º)?";

/** Dates with a year. The words of a month are bounded, so that a long text is read in time proportional to its length. */
export const datePatterns: readonly DatePattern[] = [
  {words: /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu, at: [1, 2, 3]},
  {words: /(?<!\d)(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/gu, at: [1, 2, 3]},
  {words: /(?<!\d)(\d{1,2}) tháng (\d{1,2})(?:,| năm) ?(\d{4})(?!\d)/gu, at: [3, 2, 1]},
  {
    words: new RegExp(
      String.raw`(?<!\d)(\d{1,2})${order}[\s.-]{1,3}${of}${month},?[\s-]{1,2}${of}(?:พ\.ศ\. )?(\d{4})(?!\d)`,
      "gu",
    ),
    at: [3, 2, 1],
  },
  {
    words: /(?<!\p{L})(\p{L}{3,10})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)/gu,
    at: [3, 1, 2],
  },
];

const inFigures = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/])/gu;

/** More dates than this in one text are a list of dates. */
const mostDates = 200;

/** A date in a text, with its place. */
export interface DateInText {
  readonly start: number;
  readonly end: number;
  readonly read: DayRead;
}

/** Every date with a year that the text names, in order; where two patterns meet, the first of the list wins. */
export function datesIn(text: string, order: DayOrder | null): DateInText[] {
  const plain = arabicFigures(text.replace(/(\d{4}-\d{2}-\d{2})T/g, "$1 "));
  const found: DateInText[] = [];
  const add = (match: RegExpExecArray, read: DayRead | null) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (read === null || found.length >= mostDates) return;
    if (!found.some((one) => one.start < end && start < one.end)) found.push({start, end, read});
  };
  for (const {words, at} of datePatterns)
    for (const match of plain.matchAll(words)) {
      const [year, monthWords, dayOfMonth] = at.map((group) => match[group] ?? "");
      const day = dayOf(Number(year), monthOf(monthWords ?? ""), Number(dayOfMonth));
      add(match, day === null ? null : {day});
    }
  for (const match of plain.matchAll(inFigures))
    add(match, figuresRead(Number(match[1]), Number(match[2]), Number(match[3]), order));
  return found.sort((a, b) => a.start - b.start);
}

/**
 * What the first date in some words comes to: "3 March 2025", "March 3, 2025", "3 Maret 2025", "2025年3月3日", "3 มีนาคม 2568",
 * "2025-03-03T09:00:00+07:00". The day is the publisher's own; no time zone is applied.
 *
 * @param order how the source's country writes figures; without it "12/05/2025" may be two days, "25/12/2025" is one.
 */
export function readDay(words: string, order: DayOrder | null = null): DayRead | null {
  return datesIn(words.slice(0, 200), order)[0]?.read ?? null;
}

/** The one day that some words name, or `null`. */
export function dayInWords(words: string, order: DayOrder | null = null): Day | null {
  const read = readDay(words, order);
  return read !== null && "day" in read ? read.day : null;
}

/** What two figures of day and month come to in a year. */
export function figuresRead(
  first: number,
  second: number,
  year: number,
  order: DayOrder | null,
): DayRead | null {
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
    const only = dayFirst ?? monthFirst;
    return only === null ? null : {day: only};
  }
  if (order === null) return {either: [dayFirst, monthFirst]};
  return {day: order === "day-first" ? dayFirst : monthFirst};
}

/** The day of a year, month and day of the month, or `null` where there is none such. Thailand counts 543 years more. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const two = (value: number) => String(value).padStart(2, "0");
  const ours = year >= 2400 && year < 2700 ? year - 543 : year;
  const words = `${ours}-${two(month)}-${two(dayOfMonth)}`;
  return isDay(words) && ours >= 1800 ? words : null;
}

function monthOf(words: string): number {
  return /^\d/.test(words) ? Number(words) : (monthNumber(words) ?? 0);
}

/** Arabic-Indic, Persian and Thai figures as 0-9; each stays one character, so that places do not move. */
export function arabicFigures(text: string): string {
  return text.replace(/[٠-٩۰-۹๐-๙]/g, (figure) => {
    const code = figure.charCodeAt(0);
    return String(code - (code >= 0x0e50 ? 0x0e50 : code >= 0x06f0 ? 0x06f0 : 0x0660));
  });
}
