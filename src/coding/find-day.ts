import {parse} from "chrono-node/en";
import type {Day, Gap, Stretch} from "../world/index.ts";
import {day, gap, isDay, isGap} from "../world/index.ts";

/** Words without which there is no date to look for; keeps the parser away from most sentences. */
const dateWords =
  /\d{1,4}|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(today|yesterday|tomorrow|tonight|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** "next week" is no day and "after five days" counts from no day that we know, though the parser makes days of them. */
const noDay = /^(?:(?:this|next|last|the|coming|past) (?:week|month|quarter|year)|after\b)/i;

/** What stands for the day where a sentence names none. */
export const noDayNamed = gap(
  "day of the event",
  "the sentence names no day",
  "a report that dates it",
);

/** A day with the words that name it; `stated` where they name it in full, with the year. */
export interface DayInText extends Stretch {
  readonly day: Day;
  readonly stated: boolean;
}

/**
 * The first day that a sentence names, or `null`. Words such as "on Monday" need the day of publication; a span of months
 * is no day.
 */
export function dayInText(sentence: string, published: Day | Gap): DayInText | null {
  if (!dateWords.test(sentence)) return null;
  const reference = isGap(published) ? null : new Date(`${published}T12:00:00Z`);
  const found = parse(
    sentence.slice(0, 600),
    reference === null ? undefined : {instant: reference, timezone: 0},
  );
  for (const {start, text, index} of found) {
    const full = start.isCertain("day") && start.isCertain("month") && start.isCertain("year");
    if (reference === null && !full) continue;
    const known = start.isCertain("day") || start.isCertain("weekday");
    if (!known || /^\d{1,2}$/.test(text) || noDay.test(text)) continue;
    const iso = isoOf(start.get("year"), start.get("month"), start.get("day"));
    if (!isDay(iso)) continue;
    return {
      day: day(
        reference === null || full
          ? iso
          : nearest(
              iso,
              text,
              saidBefore.test(sentence.slice(0, index)) ? "" : sentence,
              reference,
            ),
      ),
      stated: full && /\d{4}/.test(text),
      start: index,
      end: index + text.length,
    };
  }
  return null;
}

function isoOf(year: number | null, month: number | null, date: number | null): string {
  const pad = (value: number | null, width: number) => String(value ?? 0).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

const dayMs = 86_400_000;

/** "announced on Tuesday": the day of the saying, whatever was said of what is to come. */
const saidBefore =
  /\b(?:announced|said|told|declared|confirmed|wrote|added|agreed|decided|signed|approved|voted)(?: [\w'’]+){0,3} $/i;

/** "On Monday" in a report is the last Monday, unless the sentence looks ahead. */
function nearest(iso: string, text: string, sentence: string, published: Date): string {
  if (!/day\b/i.test(text) || /\b(today|yesterday|next|last)\b/i.test(text)) return iso;
  const ahead =
    /\b(will|to|next|plans?|upcoming|scheduled|expected|due)\b/i.test(sentence) &&
    /\b(will|next|upcoming|scheduled|expected|due)\b/i.test(sentence);
  const at = Date.parse(`${iso}T12:00:00Z`);
  const shift = !ahead && at > published.getTime() ? -7 : ahead && at < published.getTime() ? 7 : 0;
  return new Date(at + shift * dayMs).toISOString().slice(0, 10);
}
