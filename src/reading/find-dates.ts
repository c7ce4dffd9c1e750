import {
  type Article,
  type Block,
  type Dating,
  type Day,
  dayNumber,
  daysLater,
  type Gap,
  gap,
} from "../world/index.ts";
import {dateLine} from "./date-line.ts";
import type {Dateline} from "./dateline.ts";
import {type DayOrder, readDay} from "./day-in-words.ts";
import type {Stated, StatedDay} from "./kept.ts";
import {twoReadings} from "./named-days.ts";
import {daysAgo} from "./relative-days.ts";
import type {SourcePrior} from "./source-prior.ts";

const topBlocks = 6;
const endBlocks = 2;
const inAddress = /[/_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/;

/**
 * How likely a day of each origin is right: (right + 1) / (seen + 2), counted on 49 dated texts of which a person or Readability had
 * told the day: `bench/data/pages`, the 13 dated gold pages, and the cases of `test/input`. All were right (json-ld 9, metadata 19,
 * text 12, dateline 6, address 2), so these say how few were seen more than how often one errs. Feeds were not among them: a feed
 * stands with JSON-LD, which the same program writes.
 */
export const originConfidence: Readonly<Record<Dating["origin"], number>> = {
  metadata: 0.95,
  "json-ld": 0.91,
  feed: 0.91,
  dateline: 0.88,
  text: 0.93,
  address: 0.75,
};
/** "2 hours ago" is told from the day on which we read the page, which may be a stored copy. */
const agoConfidence = 0.5;
/** What stays of the confidence where another place states another day. */
const contradicted = 0.6;

type Dated = Pick<Article, "published" | "publishedFrom" | "updated" | "updatedFrom">;

/**
 * When the text was published and updated: as its metadata state, else JSON-LD, else its feed, else the dateline or a line of date
 * at the top, else the address. A date in mid-text is not when the text was published. A day after the one on which we read it is
 * no such day. Where two places agree the confidence rises; where they differ it falls.
 */
export function findDates(found: {
  stated: Pick<Stated, "published" | "updated">;
  prior: SourcePrior;
  order: DayOrder | null;
  dateline: Dateline | null;
  text: string;
  blocks: readonly Block[];
  origin: string;
  recordedOn: Day;
}): Dated {
  const {stated, prior, order, dateline, text, blocks, origin, recordedOn} = found;
  const lines = [...blocks.slice(0, topBlocks), ...blocks.slice(topBlocks).slice(-endBlocks)]
    .filter(({kind, start, end}) => kind !== "table" && end - start <= 160)
    .map(({start, end}) => dateLine(text.slice(start, end)));
  const inText = (words: string | null | undefined, from: "dateline" | "text") =>
    words ? [{words, origin: from} as const] : [];
  const first = (list: readonly StatedDay[]) => list.filter(({origin: one}) => one !== "text");
  const last = (list: readonly StatedDay[]) => list.filter(({origin: one}) => one === "text");
  const fromFeed = (words: string | null): StatedDay[] =>
    words === null ? [] : [{words, origin: "feed"}];
  const published = settle(
    [
      ...first(stated.published),
      ...fromFeed(prior.published),
      ...inText(dateline?.dateWords, "dateline"),
      ...last(stated.published),
      ...lines.flatMap((line) => inText(line?.published, "text")),
      ...addressDate(origin),
    ],
    order,
    recordedOn,
    /^https?:/i.test(origin),
  );
  const updated = settle(
    [
      ...first(stated.updated),
      ...fromFeed(prior.updated),
      ...last(stated.updated),
      ...lines.flatMap((line) => inText(line?.updated, "text")),
    ],
    order,
    recordedOn,
    /^https?:/i.test(origin),
  );
  return {...publishedOf(published, dateline), ...updatedOf(updated, published)};
}

interface Settled {
  readonly day: Day | null;
  readonly from: Dating | null;
  /** Why the candidates gave none; "" where there were none. */
  readonly why: string;
}

function settle(
  candidates: readonly StatedDay[],
  order: DayOrder | null,
  recordedOn: Day,
  online: boolean,
): Settled {
  const dated: (StatedDay & {readonly day: Day; readonly confidence: number})[] = [];
  const faults: string[] = [];
  for (const {words, origin} of candidates) {
    const read = readDay(words, order);
    if (read !== null && "either" in read) {
      const {what, why} = twoReadings(words, read.either);
      faults.push(`${what}: ${why}`);
      continue;
    }
    const ago = read === null && online && origin === "text" ? daysAgo(words) : null;
    const day = read?.day ?? (ago === null ? null : daysLater(recordedOn, -ago));
    if (day === null) continue;
    // Where a day begins sooner than where we read, a text may bear tomorrow's date.
    if (day > daysLater(recordedOn, 1))
      faults.push(`the only date it states, ${day}, is after the day on which it was read`);
    else
      dated.push({
        words,
        origin,
        day,
        confidence: ago === null ? originConfidence[origin] : agoConfidence,
      });
  }
  const best = firstOrEarlier(dated);
  const others = dated.filter((one) => one !== best);
  if (best === undefined) return {day: null, from: null, why: faults[0] ?? ""};
  const {words, origin, day} = best;
  const confidence = Math.min(Math.round(weighed(best, others) * 100) / 100, 0.99);
  return {day, from: {origin, words, confidence}, why: ""};
}

/**
 * The first; but where metadata and JSON-LD both state a day and differ, the earlier: a page that is issued again moves one of
 * them on.
 */
function firstOrEarlier<One extends {origin: Dating["origin"]; day: Day}>(dated: readonly One[]) {
  const [first] = dated;
  if (first?.origin !== "metadata") return first;
  const linked = dated.find(({origin}) => origin === "json-ld");
  const sooner = linked !== undefined && dayNumber(first.day) - dayNumber(linked.day) > 1;
  return sooner ? linked : first;
}

/** The confidence of a day beside what places of other origins state; each origin has one word. */
function weighed(
  best: {origin: Dating["origin"]; day: Day; confidence: number},
  others: readonly {origin: Dating["origin"]; day: Day; confidence: number}[],
): number {
  const heard = new Set([best.origin]);
  let confidence = best.confidence;
  for (const {origin, day, confidence: own} of others) {
    if (heard.has(origin)) continue;
    heard.add(origin);
    const agrees = Math.abs(dayNumber(day) - dayNumber(best.day)) <= 1;
    confidence = agrees ? 1 - (1 - confidence) * (1 - own) : confidence * contradicted;
  }
  return confidence;
}

function publishedOf({day, from, why}: Settled, dateline: Dateline | null) {
  if (day !== null && from !== null) return {published: day, publishedFrom: from};
  const words = dateline?.dateWords ?? "";
  const missing = gap(
    "date of publication",
    why !== ""
      ? why
      : /\d/.test(words)
        ? `its dateline says "${words}", which is no full date`
        : "neither metadata, dateline nor address state one",
    "the page as its outlet published it",
  );
  return {published: missing, publishedFrom: missing};
}

function updatedOf({day, from, why}: Settled, published: Settled) {
  const missing = (because: string): {updated: Gap; updatedFrom: Gap} => {
    const none = gap("date of the last update", because, "the page as its outlet published it");
    return {updated: none, updatedFrom: none};
  };
  if (day === null || from === null)
    return missing(why !== "" ? why : "neither metadata nor a line of date state one");
  if (published.day !== null && day < published.day)
    return missing(`the update that it states, ${day}, is before its publication`);
  return {updated: day, updatedFrom: from};
}

function addressDate(origin: string): StatedDay[] {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return [];
  const match = inAddress.exec(new URL(origin).pathname);
  return match === null ? [] : [{words: `${match[1]}-${match[2]}-${match[3]}`, origin: "address"}];
}
