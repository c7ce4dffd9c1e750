import {splitSentences} from "../reading/index.ts";
import {
  type Article,
  articleDay,
  type CodedEvent,
  headingOf,
  isGap,
  isResidue,
  type Mode,
  nameOf,
  type PartyId,
  type Reach,
  type Reference,
} from "../world/index.ts";
import {readPassage} from "./code-sentence.ts";
import {codeTables} from "./code-table.ts";
import {englishEvent} from "./english-event.ts";
import {findMentions} from "./find-mentions.ts";
import {findStands, nextSalience, nobodyYet, type Salience} from "./find-stands.ts";
import {type Above, headingReaches} from "./heading-reaches.ts";
import {codeArticleIn} from "./languages/code-article-in.ts";
import {languageCoder} from "./languages/language-coder.ts";
import {saidFrom} from "./said-from.ts";
import {scorerOf} from "./scoring/linear-scorer.ts";
import type {Scorer} from "./scoring/scorer.ts";
import type {SentenceEvent} from "./sentence-event.ts";

/** Headings and lead-ins under which a list says what ought to be done. */
const proposing = /\b(recommend\w*|propos\w*|should|policy actions?|next steps|way forward)\b/i;

/**
 * Reads an article passage by passage into coded events, in the order of the text. Headings are context, tables are
 * read cell by cell, and nothing is coded inside what is flagged as machine residue. English, Indonesian, Malay and Russian are read.
 *
 * @param scorer judges what English sentences tell; the other languages have models of their own.
 */
export function codeArticle(
  article: Article,
  reference: Reference,
  scorer: Scorer = scorerOf(reference),
): readonly CodedEvent[] {
  const other = languageCoder(article.language, reference);
  if (other !== null) return codeArticleIn(article, other, reference);
  if (article.language !== "en" && article.language !== "und") return [];
  const on = articleDay(article);
  const events: CodedEvent[] = [];
  let salience: Salience = nobodyYet;
  let leadIn = "";
  for (const block of article.blocks) {
    if (block.kind === "table") continue;
    if (block.kind === "heading") {
      leadIn = "";
      continue;
    }
    const listed = block.kind === "list-item";
    if (!listed) leadIn = "";
    for (const stretch of splitSentences(article.text, saidFrom(article, block), block.end)) {
      const text = article.text.slice(stretch.start, stretch.end);
      if (text.endsWith(":")) {
        leadIn = text;
        continue;
      }
      if (isResidue(article, stretch)) continue;
      const mentions = findMentions(text, reference, on);
      const stands = findStands(text, salience, (party) => nameOf(reference, party));
      for (const found of readPassage(
        text,
        reference,
        on,
        {stands, mentions, isCell: false},
        scorer,
      )) {
        const above = {heading: headingOf(article, block), title: titleOf(article)};
        const event = listed ? withHeading(found, above, reference) : found;
        if (event === null || event.sources.length + event.targets.length === 0) continue;
        const mode: Mode =
          listed && proposing.test(`${above.heading} ${leadIn}`) && event.mode === "done"
            ? "proposed"
            : event.mode;
        events.push(englishEvent(article, stretch, {...event, mode}, reference, scorer));
      }
      salience = nextSalience(salience, mentions, stands);
    }
  }
  events.push(
    ...codeTables(article, reference, on, scorer, {
      isResidue: (at) => isResidue(article, at),
      above: (block) => ({heading: headingOf(article, block), title: titleOf(article)}),
    }),
  );
  return events.sort((a, b) => a.evidence.start - b.evidence.start || (a.id < b.id ? -1 : 1));
}

/** A list's item that lacks a side takes it from what stands above; naming nobody and reaching one, it tells nothing. */
function withHeading(
  event: SentenceEvent,
  above: Above,
  reference: Reference,
): SentenceEvent | null {
  if (event.sources.length > 0 && event.targets.length > 0) return event;
  const own: PartyId[] = [...event.sources, ...event.targets];
  const linked: Reach[] = headingReaches(above, own, reference);
  const parties = linked.map((one) => one.party);
  const reaches = [...event.reaches, ...linked];
  if (own.length === 0)
    return parties.length < 2
      ? null
      : {...event, sources: parties, targets: parties, symmetric: true, reaches};
  if (linked.length === 0) return event;
  return event.sources.length === 0
    ? {...event, sources: parties, reaches}
    : {...event, targets: parties, reaches};
}

function titleOf(article: Article): string {
  return isGap(article.title) ? "" : article.title;
}
