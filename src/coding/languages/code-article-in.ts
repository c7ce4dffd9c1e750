import {createHash} from "node:crypto";
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
import {compileCodebook} from "../compile-codebook.ts";
import {saidFrom} from "../said-from.ts";
import type {LanguageEvent} from "./code-in-language.ts";
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

/** Sets an event into its article: evidence with offsets, date, id. */
function setIn(
  article: Article,
  {start, end}: Stretch,
  event: LanguageEvent,
  {language}: LanguageCoder,
  reference: Reference,
): CodedEvent {
  const {type, mode, sectors, sources, targets, symmetric, reaches, because, probability} = event;
  const experimental = isExperimental(language);
  const coder = {id: `linear-${language}${experimental ? "-experimental" : ""}`, version: 1};
  const madeOf = [article.id, start, end, type, mode, sources, targets, coder];
  const involved = new Set([...sources, ...targets]);
  return {
    id: createHash("sha256").update(JSON.stringify(madeOf)).digest("hex").slice(0, 16),
    type,
    quad: compileCodebook(reference).quadOf.get(type) ?? "verbal co-operation",
    mode,
    sectors,
    sources,
    targets,
    symmetric,
    when: dayIn(article, {start, end}),
    evidence: {
      kind: "passage",
      articleId: article.id,
      start,
      end,
      quote: article.text.slice(start, end),
      reaches: reaches.filter(({party}) => involved.has(party)),
      specimen: article.specimen,
    },
    because: experimental
      ? [
          `experimental: fewer than 6 in 10 events of this language (${language}) are right`,
          ...because,
        ]
      : because,
    confidence: probability,
    coder,
  };
}

/** The first day that the sentence names, as the article was read. */
function dayIn({days}: Article, {start, end}: Stretch): Day | Gap {
  const named = days.find((one) => one.start >= start && one.end <= end);
  return (
    named?.day ?? gap("day of the event", "the sentence names no day", "a report that dates it")
  );
}
