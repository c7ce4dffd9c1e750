import {splitSentences} from "../../reading/index.ts";
import {
  type Article,
  type CodedEvent,
  type Day,
  type EventDetail,
  gap,
  isGap,
  isResidue,
  type PartyId,
  type Reference,
  type Stretch,
} from "../../world/index.ts";
import {noDayNamed} from "../find-day.ts";
import {saidBy} from "../said-by.ts";
import {saidFrom} from "../said-from.ts";
import {toCodedEvent} from "../to-coded-event.ts";
import type {ReadEvent} from "./code-in-language.ts";
import {isExperimental} from "./is-experimental.ts";
import type {LanguageCoder} from "./language-coder.ts";
import {readSentence} from "./read-sentence.ts";

/**
 * Reads an article of another language than English sentence by sentence, in the order of the text. Headings are context, tables are
 * not read, and nothing is coded inside what is flagged as machine residue.
 */
export function codeArticleIn(
  article: Article,
  coder: LanguageCoder,
  reference: Reference,
): readonly CodedEvent[] {
  const events: CodedEvent[] = [];
  let before: PartyId | null = null;
  for (const block of article.blocks) {
    if (block.kind === "table" || block.kind === "heading") continue;
    for (const stretch of splitSentences(article.text, saidFrom(article, block), block.end)) {
      if (isResidue(article, stretch)) continue;
      const text = article.text.slice(stretch.start, stretch.end);
      const event = coder.read(text, before);
      if (event !== null) events.push(setIn(article, stretch, event, coder, reference));
      before = event?.sources[0] ?? firstNamed(text, coder) ?? before;
    }
  }
  return events;
}

function firstNamed(text: string, {compiled}: LanguageCoder): PartyId | null {
  return readSentence(text, compiled).actors.flatMap(({parties}) => parties)[0] ?? null;
}

/** Sets an event into its article; where the language is experimental, its coder and its reasons say so. */
function setIn(
  article: Article,
  stretch: Stretch,
  event: ReadEvent,
  {language}: LanguageCoder,
  reference: Reference,
): CodedEvent {
  const named = dayIn(article, stretch);
  const when = named?.day ?? noDayNamed;
  const detail = detailIn(article, stretch, event, named);
  const told = (id: string, because: readonly string[]) =>
    toCodedEvent(
      article,
      stretch,
      {...event, because},
      {coder: {id, version: 2}, when, detail},
      reference,
    );
  return isExperimental(language)
    ? told(`linear-${language}-experimental`, [
        `experimental: fewer than 6 in 10 events of this language (${language}) are right`,
        ...event.because,
      ])
    : told(`linear-${language}`, event.because);
}

interface DayNamed extends Stretch {
  readonly day: Day;
}

/** The first day that the sentence names, as the article was read. */
function dayIn({days}: Article, {start, end}: Stretch): DayNamed | null {
  for (const one of days)
    if (one.start >= start && one.end <= end && !isGap(one.day)) return {...one, day: one.day};
  return null;
}

const inEnglishAlone = (what: string) =>
  gap(what, "it is looked for in English alone", "a person who reads the passage");

/** Whose word it is, on which day, in which words; the rest is not looked for in other languages. */
function detailIn(
  article: Article,
  stretch: Stretch,
  {carrier, sure}: ReadEvent,
  named: DayNamed | null,
): EventDetail {
  const event = carrier && {start: stretch.start + carrier.start, end: stretch.start + carrier.end};
  const when = named && {start: named.start, end: named.end};
  return {
    subMode: inEnglishAlone("PLOVER mode"),
    period:
      named === null || when === null
        ? noDayNamed
        : {from: named.day, to: named.day, ...when, origin: originOf(article, when)},
    where: inEnglishAlone("place of the event"),
    amounts: [],
    saidBy: saidBy(article, event ?? stretch),
    parts: [
      ...(event === null ? [] : [{part: "event", ...event} as const]),
      ...(when === null ? [] : [{part: "when", ...when} as const]),
    ],
    sure,
  };
}

const originOf = ({text}: Article, {start, end}: Stretch) =>
  /\d{4}/.test(text.slice(start, end)) ? "stated" : "counted";
