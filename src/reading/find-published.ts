import {type Block, type Day, type Gap, gap} from "../world/index.ts";
import type {Dateline} from "./dateline.ts";
import {dayInWords} from "./day-in-words.ts";
import type {Stated} from "./kept.ts";

const topBlocks = 6;
const longestDateBlock = 120;
const label = String.raw`(?:(?:published|posted|date|diterbitkan|tanggal|tarikh|опубликовано)\b[:\s]{0,3}(?:on\s)?)?`;
const byline = String.raw`(?:(?:by|oleh)\s[^|\d\n]{2,60}[|,–—-]\s?)?`;
const weekday = String.raw`(?:\p{L}{3,10},?\s)?`;
const date = String.raw`(\d{1,2}(?:st|nd|rd|th)?[\s.-]{1,2}\p{L}{3,10}\.?,?\s\d{4}|\p{L}{3,10}\.?\s\d{1,2},?\s\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})`;
const hour = String.raw`(?:[\s,|–—-]{0,4}(?:at\s|pukul\s)?\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|[a-z]{2,4}))?)?`;
/** A line that consists of a date and of what usually stands beside one. */
const dateLine = new RegExp(`^${label}${byline}${weekday}${date}${hour}\\.?$`, "iu");
const inAddress = /[/_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/;

/**
 * The day of publication: as the page's metadata state it, else as the dateline or a line of date at the top does, else as the
 * address does. A date in mid-text is not when the text was published. A day after the one on which we read it is no such day.
 */
export function findPublished(found: {
  stated: Stated["published"];
  dateline: Dateline | null;
  text: string;
  blocks: readonly Block[];
  origin: string;
  recordedOn: Day;
}): Day | Gap {
  const {stated, dateline, text, blocks, origin, recordedOn} = found;
  const candidates = [
    ...stated,
    dateline?.dateWords ?? "",
    ...blocks.slice(0, topBlocks).map((block) => dateLineOf(text, block)),
    addressDate(origin),
  ];
  let refused: Day | null = null;
  for (const words of candidates) {
    const day = dayInWords(words);
    if (day === null) continue;
    if (day <= dayAfter(recordedOn)) return day;
    refused ??= day;
  }
  const why =
    refused !== null
      ? `the only date it states, ${refused}, is after the day on which it was read`
      : /\d/.test(dateline?.dateWords ?? "")
        ? `its dateline says "${dateline?.dateWords}", which is no full date`
        : "neither metadata, dateline nor address state one";
  return gap("date of publication", why, "the page as its outlet published it");
}

function dateLineOf(text: string, block: Block): string {
  if (block.kind === "table" || block.end - block.start > longestDateBlock) return "";
  return dateLine.exec(text.slice(block.start, block.end))?.[1] ?? "";
}

function addressDate(origin: string): string {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return "";
  const match = inAddress.exec(new URL(origin).pathname);
  return match === null ? "" : `${match[1]}-${match[2]}-${match[3]}`;
}

/** Where a day begins sooner than where we read, a text may bear tomorrow's date. */
function dayAfter(day: Day): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
