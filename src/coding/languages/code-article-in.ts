import {splitSentences} from "../../reading/index.ts";
import {
  type Article,
  type CodedEvent,
  type Day,
  type Gap,
  gap,
  isResidue,
  type PartyId,
  type Reference,
  type Stretch,
} from "../../world/index.ts";
import {saidFrom} from "../said-from.ts";
import {type ToldEvent, toCodedEvent} from "../to-coded-event.ts";
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
  event: ToldEvent,
  {language}: LanguageCoder,
  reference: Reference,
): CodedEvent {
  const when = dayIn(article, stretch);
  const id = `linear-${language}`;
  if (!isExperimental(language))
    return toCodedEvent(article, stretch, event, {coder: {id, version: 1}, when}, reference);
  const because = [
    `experimental: fewer than 6 in 10 events of this language (${language}) are right`,
    ...event.because,
  ];
  const coder = {id: `${id}-experimental`, version: 1};
  return toCodedEvent(article, stretch, {...event, because}, {coder, when}, reference);
}

/** The first day that the sentence names, as the article was read. */
function dayIn({days}: Article, {start, end}: Stretch): Day | Gap {
  const named = days.find((one) => one.start >= start && one.end <= end);
  return (
    named?.day ?? gap("day of the event", "the sentence names no day", "a report that dates it")
  );
}
