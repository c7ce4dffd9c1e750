import type {Attribution, Block, Stretch} from "../world/index.ts";
import {articleReach} from "./article-reach.ts";
import {datelineLength} from "./dateline.ts";
import {findSpeaker, type Speaker} from "./find-speaker.ts";
import {type SpeechWords, speechWords} from "./speech-words.ts";
import {splitSentences} from "./split-sentences.ts";

const quotations =
  /“[^“”]{2,3000}”|"[^"\n]{2,3000}"|«[^«»]{2,3000}»|„[^„“”]{2,3000}[“”]|「[^「」]{2,3000}」/gu;
/** Fewer words in quotation marks are a term that the writer keeps apart, unless they are punctuated as speech. */
const fewestWords = 5;
const mostAttributions = 2000;

/**
 * Who says what: quotations with their speaker, and sentences that report in the writer's words what somebody said. "He said" is
 * whoever was named last; a quotation that stands alone goes on with the speaker before it. What is in none is the article's voice.
 */
export function findAttributions(
  text: string,
  blocks: readonly Block[],
  language: string,
): Attribution[] {
  const words = speechWords(language);
  if (words === null) return [];
  const found: Attribution[] = [];
  let last: Speaker | null = null;
  for (const block of blocks) {
    if (block.kind === "heading" || block.kind === "table" || block.start >= articleReach) continue;
    if (found.length >= mostAttributions) break;
    const end = Math.min(block.end, articleReach);
    const start = block.start + datelineLength(text.slice(block.start, end));
    const quotes = quotesIn(text, start, end);
    for (const unit of joinedByQuotes(splitSentences(text, start, end), quotes)) {
      const inside = quotes.filter((quote) => quote.start >= unit.start && quote.end <= unit.end);
      const told = findSpeaker(hidden(text, unit, inside), words);
      const speaker: Speaker | null =
        told === null
          ? null
          : told.pronoun
            ? last
            : {
                name: text.slice(unit.start + told.start, unit.start + told.end),
                start: unit.start + told.start,
                end: unit.start + told.end,
              };
      found.push(
        ...(block.kind === "quote"
          ? [attributed(unit, "quoted", speaker)]
          : partsOf(text, unit, inside, {told: told !== null, speaker, last}, words)),
      );
      if (speaker !== null) last = speaker;
    }
  }
  return found;
}

function partsOf(
  text: string,
  unit: Stretch,
  quotes: readonly Stretch[],
  {told, speaker, last}: {told: boolean; speaker: Speaker | null; last: Speaker | null},
  words: SpeechWords,
): Attribution[] {
  if (quotes.length === 0) return told ? [attributed(unit, "paraphrased", speaker)] : [];
  const outside = hidden(text, unit, quotes).replace(/[^\p{L}]/gu, "").length;
  const alone = outside < 4;
  const spoken = quotes.filter(({start, end}) => alone || isSpeech(text.slice(start, end + 1)));
  // Words that the writer keeps apart inside a report are part of it.
  if (told && spoken.length === 0) return [attributed(unit, "paraphrased", speaker)];
  const parts = spoken.map((quote) =>
    attributed(quote, "quoted", speaker ?? (alone ? last : null)),
  );
  const lastQuote = quotes.at(-1);
  const goesOn =
    lastQuote === undefined ? null : words.adding.exec(text.slice(lastQuote.end, unit.end));
  if (lastQuote !== undefined && goesOn !== null)
    parts.push(
      attributed({start: lastQuote.end + goesOn.index, end: unit.end}, "paraphrased", speaker),
    );
  return parts;
}

/** A quotation of several words, or one that is punctuated as a sentence of its own: "We agreed," he said. */
function isSpeech(quote: string): boolean {
  return wordCount(quote) >= fewestWords || /[,.!?，。！？]["”»」]|["”»]\s?[,，]$/u.test(quote);
}

function attributed(
  {start, end}: Stretch,
  voice: Attribution["voice"],
  speaker: Speaker | null,
): Attribution {
  return {
    start,
    end,
    voice,
    speaker: speaker?.name ?? null,
    speakerStart: speaker?.start ?? null,
    speakerEnd: speaker?.end ?? null,
  };
}

function quotesIn(text: string, start: number, end: number): Stretch[] {
  return [...text.slice(start, end).matchAll(quotations)].map(({index, 0: match}) => ({
    start: start + index,
    end: start + index + match.length,
  }));
}

/** Sentences as units in which no quotation is cut: one of two sentences joins them. Both lists are in the text's order. */
function joinedByQuotes(sentences: readonly Stretch[], quotes: readonly Stretch[]): Stretch[] {
  const units: Stretch[] = [];
  let at = 0;
  for (const sentence of sentences) {
    const open = units.at(-1);
    while ((quotes[at]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) at++;
    const cut = (quotes[at]?.start ?? Number.POSITIVE_INFINITY) < sentence.start;
    if (open !== undefined && cut) units[units.length - 1] = {start: open.start, end: sentence.end};
    else units.push(sentence);
  }
  return units;
}

/** A unit's words with each quotation as one mark repeated, so that places stay. */
function hidden(text: string, unit: Stretch, quotes: readonly Stretch[]): string {
  const pieces: string[] = [];
  let from = unit.start;
  for (const {start, end} of quotes) {
    pieces.push(text.slice(from, start), "\uFFFC".repeat(end - start));
    from = end;
  }
  return [...pieces, text.slice(from, unit.end)].join("");
}

function wordCount(words: string): number {
  const han = words.match(/\p{Script=Han}|\p{Script=Thai}/gu)?.length ?? 0;
  return (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + Math.floor(han / 2);
}
