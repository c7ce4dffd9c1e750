import {
  type Day,
  dayAt,
  dayNumber,
  daysLater,
  type EventPeriod,
  type Gap,
  gap,
  isDay,
  isGap,
  yearOf,
} from "../world/index.ts";
import {dayInText} from "./find-day.ts";

const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
const seasons: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
};
const ordinals = ["first", "second", "third", "fourth"];

/** A stretch of whole days, and whether the words name its year. */
interface Named {
  readonly from: Day;
  readonly to: Day;
  readonly stated: boolean;
}

const dayOf = (year: number, month: number, date = 1): Day =>
  dayAt(Date.UTC(year, month - 1, date));
/** Whole months, the first counted from 1. */
const monthsOf = (year: number, month: number, many = 1, stated = false): Named => ({
  from: dayOf(year, month),
  to: daysLater(dayOf(year, month + many), -1),
  stated,
});

/** "this", "next" and "last" as a shift. */
const shiftOf = (word: string) =>
  /^(?:next|coming)$/i.test(word) ? 1 : /^(?:last|past)$/i.test(word) ? -1 : 0;

type Read = (
  groups: Readonly<Record<string, string | undefined>>,
  on: Day | null,
  ahead: boolean,
) => Named | null;

/** The year of months that are named without one: of the last that began, or where the words look ahead of the next to end. */
function yearFor(on: Day, month: number, many: number, ahead: boolean): number {
  const year = yearOf(on);
  const now = Number(on.slice(5, 7));
  if (ahead) return month + many - 1 < now ? year + 1 : year;
  return month > now ? year - 1 : year;
}

/** The year that the words name, else that of `yearFor`; null where neither is to be had. */
function yearSaid(
  year: string | undefined,
  on: Day | null,
  month: number,
  many: number,
  ahead: boolean,
): number | null {
  if (year !== undefined) return Number(year);
  return on === null ? null : yearFor(on, month, many, ahead);
}

const monthWords = months.join("|");
const forms: readonly (readonly [RegExp, Read])[] = [
  // "from 6 May", which the date parser takes for six o'clock in May.
  [
    new RegExp(String.raw`\b(?<date>\d{1,2})(?:st|nd|rd|th)? (?<month>${monthWords})\b`, "i"),
    ({date = "", month = ""}, on, ahead) => {
      if (on === null) return null;
      const at = months.indexOf(month.toLowerCase()) + 1;
      const only = `${yearFor(on, at, 1, ahead)}-${String(at).padStart(2, "0")}-${date.padStart(2, "0")}`;
      return isDay(only) ? {from: only, to: only, stated: false} : null;
    },
  ],
  [
    new RegExp(
      String.raw`\b(?:(?<part>early|mid|late)[ -](?:in )?)?(?<month>${monthWords})(?:,? (?:of )?(?<year>(?:19|20)\d\d))?\b`,
      "i",
    ),
    ({part, month = "", year}, on, ahead) => {
      const at = months.indexOf(month.toLowerCase()) + 1;
      const of = yearSaid(year, on, at, 1, ahead);
      if (of === null) return null;
      const whole = monthsOf(of, at, 1, year !== undefined);
      return part === undefined ? whole : third(whole, part);
    },
  ],
  [
    new RegExp(
      String.raw`\b(?<which>${ordinals.join("|")}) quarter(?: of (?<year>(?:19|20)\d\d))?\b`,
      "i",
    ),
    ({which = "", year}, on, ahead) => {
      const at = ordinals.indexOf(which.toLowerCase()) * 3 + 1;
      const of = yearSaid(year, on, at, 3, ahead);
      return of === null ? null : monthsOf(of, at, 3, year !== undefined);
    },
  ],
  [
    /\b(?:(?:(?:this|next|last|in|by|the|late|early|coming|before) (?:the )?)(?<season>spring|summer|autumn|fall|winter))(?: of)?(?: (?<year>(?:19|20)\d\d))?\b/i,
    ({season = "", year}, on, ahead) => {
      const at = seasons[season.toLowerCase()] ?? 3;
      const of = yearSaid(year, on, at, 3, ahead);
      return of === null ? null : monthsOf(of, at, 3, year !== undefined);
    },
  ],
  [
    /\b(?<which>this|next|last|coming|past) (?<unit>week|weekend|month|quarter|year)\b/i,
    ({which = "", unit = ""}, on) =>
      on === null ? null : counted(unit.toLowerCase(), shiftOf(which), on),
  ],
  [
    /\b(?<end>(?:the )?end of (?:the|this) (?<unit>week|month|year)|year-end|the year is out)\b/i,
    ({unit = "year"}, on) => {
      if (on === null) return null;
      const whole = counted(unit.toLowerCase(), 0, on);
      return {...whole, from: whole.to};
    },
  ],
  [
    /\b(?:in|by|since|until|before|after|from|during|of|through|beyond|early|late|mid)[ -](?:(?<part>early|late|mid)[ -])?(?<year>(?:19|20)\d\d)\b(?!\s*(?:%|per|tonnes|troops|soldiers|[\p{Ll}]+s\b))/iu,
    ({year = "", part}) => {
      const whole = monthsOf(Number(year), 1, 12, true);
      if (part === undefined) return whole;
      return {
        ...monthsOf(Number(year), /early/i.test(part) ? 1 : /mid/i.test(part) ? 5 : 9, 4),
        stated: true,
      };
    },
  ],
];

function third({from, to, stated}: Named, part: string): Named {
  const tenth = (days: number) => daysLater(from, days);
  if (/early/i.test(part)) return {from, to: tenth(9), stated};
  return /mid/i.test(part)
    ? {from: tenth(10), to: tenth(19), stated}
    : {from: tenth(20), to, stated};
}

function counted(unit: string, shift: number, on: Day): Named {
  const year = yearOf(on);
  const month = Number(on.slice(5, 7));
  if (unit === "year") return monthsOf(year + shift, 1, 12);
  if (unit === "quarter") return monthsOf(year, (Math.ceil(month / 3) - 1 + shift) * 3 + 1, 3);
  if (unit === "month") return monthsOf(year, month + shift);
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  const monday = daysLater(on, -((dayNumber(on) + 3) % 7) + shift * 7);
  return unit === "week"
    ? {from: monday, to: daysLater(monday, 6), stated: false}
    : {from: daysLater(monday, 5), to: daysLater(monday, 6), stated: false};
}

/** Longest sentence part that is searched for a date, in UTF-16 units. */
const longest = 600;
const anyDate =
  /\d{4}|week|month|quarter|year|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december/i;

const missing = gap("period of the event", "the sentence names no time", "a report that dates it");

/**
 * When a sentence says that the thing was or is to be, as an interval of days with the words that say so. A day goes
 * before a longer time; "by", "until" and "before" leave the beginning open, "from", "since" and "after" the end.
 *
 * @param ahead whether the sentence speaks of what is to come: "in March" is then the next one.
 * @param exact the day that the sentence names, where it is known already.
 */
export function findPeriod(
  sentence: string,
  published: Day | Gap,
  ahead: boolean,
  exact = dayInText(sentence, published),
): EventPeriod | Gap {
  if (exact !== null) {
    const {day, start, end, stated} = exact;
    return opened(sentence, {from: day, to: day, stated}, start, end);
  }
  const text = sentence.slice(0, longest);
  if (!anyDate.test(text)) return missing;
  const on = isGap(published) ? null : published;
  for (const [pattern, read] of forms) {
    const hit = pattern.exec(text);
    if (hit === null || isOther(text, hit)) continue;
    const until = /\b(?:by|until|till)(?: the)? $/i.test(text.slice(0, hit.index));
    const named = read(hit.groups ?? {}, on, ahead || until);
    if (named === null) continue;
    const lead =
      /^(?:in|by|since|until|before|after|from|during|of|through|beyond) /i.exec(hit[0])?.[0]
        .length ?? 0;
    return opened(text, named, hit.index + lead, hit.index + hit[0].length);
  }
  return missing;
}

/** "may" the verb and "march" the verb are no months; nor is a month inside a name of something else. */
function isOther(text: string, hit: RegExpExecArray): boolean {
  const {month, part, year} = hit.groups ?? {};
  if (month === undefined) return false;
  const at = hit.index + hit[0].toLowerCase().indexOf(month.toLowerCase());
  if (!/^\p{Lu}/u.test(text.slice(at))) return true;
  if (!/^(?:May|March)$/.test(month) || part !== undefined || year !== undefined) return false;
  const before = /(\p{L}+|\d+)[ \u00a0]$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1] ?? "";
  return !/^(?:in|by|since|until|before|after|from|during|of|through|for|on|next|last|this|late|early|mid|and|to|\d+)$/i.test(
    before,
  );
}

/** Words before a time that leave one end open, and that belong to it. */
function opened(text: string, {from, to, stated}: Named, start: number, end: number): EventPeriod {
  const lead =
    /(?:^|\s)((?:by|until|till|before|from|since|after|beyond|in|on|for|during|over|as early as|late on|at|through)(?: the)?) $/i.exec(
      text.slice(Math.max(0, start - 24), start),
    );
  const word = (lead?.[1] ?? "").toLowerCase().replace(/ the$/, "");
  const first = start - (lead?.[1] === undefined ? 0 : lead[1].length + 1);
  const origin = stated ? "stated" : "counted";
  const at = {start: first, end, origin} as const;
  if (/^(?:by|until|till|through)$/.test(word)) return {...at, from: null, to};
  if (word === "before") return {...at, from: null, to: daysLater(from, -1)};
  if (/^(?:from|since)$/.test(word)) return {...at, from, to: null};
  if (/^(?:after|beyond)$/.test(word)) return {...at, from: daysLater(to, 1), to: null};
  return {...at, from, to};
}
