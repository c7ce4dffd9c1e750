import {
  findMentionsIn,
  type Group,
  groupMentions,
  isNoNews,
  type Mention,
  saidFrom,
} from "../coding/index.ts";
import {splitSentences} from "../reading/index.ts";
import {
  type Article,
  articleDay,
  type CodedEvent,
  codedLanguages,
  headingOf,
  isGap,
  isResidue,
  type PartyId,
  type PassageEvidence,
  type Reach,
  type Reference,
  type Stretch,
  type TableCell,
} from "../world/index.ts";
import type {Claim, Where} from "./claim.ts";
import {claimKind} from "./claim-kind.ts";
import {claimSectors} from "./claim-sectors.ts";
import {isCode} from "./is-code.ts";
import {loadedWords} from "./loaded-words.ts";
import {type Period, readPeriods} from "./read-period.ts";
import {readQuantity} from "./read-quantity.ts";

/** A claim and what kind decides it; residue is kept apart because it may name no state at all. */
export interface FoundClaim {
  readonly claim: Claim;
  readonly residue: boolean;
  /** Whether its words, or the coder, show that it speaks of what states do; else only a matcher can make it a claim. */
  readonly ofStates: boolean;
}

/** Whether a language's names and words are known; in any other nothing is claimed. */
export function isRead(language: string): boolean {
  return ["en", "und", ...codedLanguages].includes(language);
}

const pair = /\b(both|the two|these two) (nations|countries|states|governments|capitals|sides)\b/i;
const several = /\b(these|those|the) (nations|countries|states|governments|capitals)\b/i;

/**
 * Cuts an article into the statements it makes about states. Headings, list lead-ins ("… include:") and the first
 * column of tables are context, not claims. A sentence that names nobody takes its parties from "both nations", the
 * row's head, or the heading above, and the evidence says which.
 */
export function findClaims(
  article: Article,
  events: readonly CodedEvent[],
  reference: Reference,
): FoundClaim[] {
  const found: FoundClaim[] = [];
  const {language} = article;
  if (!isRead(language)) return found;
  let passages = 0;
  let dealings = 0;
  const on = articleDay(article);
  const written = isGap(article.published) ? null : article.published;
  let named: readonly Group[] = [];
  const add = (
    start: number,
    end: number,
    where: Where,
    above: string,
    linked: readonly Reach[],
  ) => {
    passages++;
    const text = article.text.slice(start, end);
    const residue = isResidue(article, {start, end});
    if (!residue && isCode(text)) return;
    if (!residue && /\?["”’')\]]*$/.test(text)) return;
    const mentions = findMentionsIn(language, text, reference, on);
    const groups = groupMentions(text, mentions);
    const reaches = new Map<PartyId, Reach>();
    for (const {party, words} of mentions)
      if (!reaches.has(party)) reaches.set(party, {party, how: "named", by: words});
    for (const reach of residue ? [] : [...coreferences(text, named), ...linked])
      if (!reaches.has(reach.party)) reaches.set(reach.party, reach);
    // A machine's leftover is about nobody, whatever heading it stands under.
    if (!residue && (reaches.size === 0 || (mentions.length === 0 && where.heading !== "")))
      for (const reach of headingReaches(language, where.heading, reaches, reference))
        if (!reaches.has(reach.party)) reaches.set(reach.party, reach);
    if (groups.length > 0) named = groups;
    if (reaches.size === 0 && !residue) return;
    const told = events.filter(({evidence}) => overlap(start, end, evidence) > 0);
    const event = nearestOf(told, start, end);
    const periods = readPeriods(text, written);
    const evidence: PassageEvidence = {
      kind: "passage",
      articleId: article.id,
      start,
      end,
      quote: text,
      reaches: [...reaches.values()],
      specimen: article.specimen,
    };
    const claim: Claim = {
      text,
      sentence: text,
      start,
      end,
      mentions,
      about: [...reaches.keys()],
      above,
      sectors: claimSectors(text, above, event, reference),
      period: periods[0] ?? periodOfArticle(article),
      periods,
      evidence,
      event,
      events: told,
      where,
    };
    const ofStates = event !== null || speaksOfStates(claim, mentions, events.length > 0);
    if (tellsOfDealings(claim, mentions, language)) dealings++;
    found.push({claim, residue, ofStates});
  };

  for (const block of article.blocks) {
    if (block.kind === "heading" || block.kind === "table") continue;
    const listItem = block.kind === "list-item";
    const heading = headingOf(article, block);
    for (const {start, end} of splitSentences(article.text, saidFrom(article, block), block.end)) {
      const text = article.text.slice(start, end);
      if (text.endsWith(":") || !/\p{L}{2}/u.test(text)) continue;
      const head = listItem ? (/^([^:.]{2,60}):/.exec(text)?.[1] ?? "") : "";
      add(start, end, {kind: "sentence", heading, column: "", listItem}, head, []);
    }
  }
  for (const table of article.tables) {
    const block = article.blocks.find(
      (one) => one.kind === "table" && one.start <= table.start && table.start < one.end,
    );
    const heading = block === undefined ? "" : headingOf(article, block);
    for (const row of table.rows) {
      const [head, ...cells] = row;
      const rowHead = head === undefined || isGap(head) ? "" : head.text;
      cells.forEach((cell, index) => {
        if (isGap(cell) || !/\p{L}{2}/u.test(cell.text)) return;
        const column = table.columns[index + 1]?.text ?? "";
        const {start, end} = exactSpan(article, cell);
        const where: Where = {kind: "table-cell", heading, column, listItem: false};
        add(start, end, where, rowHead, rowReaches(language, rowHead, reference));
      });
    }
  }
  const onStates = dealings > leastShare * passages;
  return found
    .map((one) => ({...one, ofStates: one.ofStates && onStates}))
    .sort((a, b) => a.claim.start - b.claim.start);
}

function exactSpan(article: Article, cell: TableCell): {start: number; end: number} {
  const raw = article.text.slice(cell.start, cell.end);
  const lead = raw.length - raw.trimStart().length;
  return {start: cell.start + lead, end: cell.start + lead + raw.trim().length};
}

/**
 * Parties that the heading names. A list in it that already holds one of the claim's parties gives no more: under
 * "Indonesia and Malaysia look to Russia" the row of Malaysia speaks of Malaysia and Russia.
 */
function headingReaches(
  language: string,
  heading: string,
  reached: ReadonlyMap<PartyId, Reach>,
  reference: Reference,
): Reach[] {
  return groupMentions(heading, findMentionsIn(language, heading, reference))
    .filter(({parties}) => !parties.some((party) => reached.has(party)))
    .flatMap(({parties}) => parties)
    .map((party) => ({party, how: "heading", by: `heading: ${heading}`}));
}

function rowReaches(language: string, rowHead: string, reference: Reference): Reach[] {
  return findMentionsIn(language, rowHead, reference).map(({party}) => ({
    party,
    how: "column",
    by: `row heading: ${rowHead}`,
  }));
}

/** "Both nations" are the last two named together; "these countries" the last two or more. */
function coreferences(text: string, named: readonly Group[]): Reach[] {
  const words = pair.exec(text)?.[0] ?? several.exec(text)?.[0];
  if (words === undefined) return [];
  const exactlyTwo = pair.test(text);
  const group = named.findLast(({parties}) =>
    exactlyTwo ? parties.length === 2 : parties.length >= 2,
  );
  return (group?.parties ?? []).map((party) => ({party, how: "coreference", by: words}));
}

/**
 * Share of an article’s passages more than which must tell of dealings between states before its other sentences count as claims
 * about them, and the confidence from which a coded event counts: a poem or a traveller's tale stays below both. Ours, set
 * on the texts of `bench/data/audit/event-free` and `test/input/audit`.
 */
const leastShare = 0.2;
const leastConfidence = 0.6;

/** Whether a passage by itself shows two parties in a dealing: a coded event, a sector's word, a day, a figure, advice, a loaded word. */
function tellsOfDealings(
  {text, where, about, sectors, events, periods}: Claim,
  mentions: readonly Mention[],
  language: string,
): boolean {
  const coded = events.some(
    ({sources, targets, confidence}) =>
      new Set([...sources, ...targets]).size >= 2 &&
      (confidence === null || confidence >= leastConfidence),
  );
  if (coded) return true;
  const acts = mentions.length === 0 || mentions.some(isActor);
  return (
    acts &&
    about.length >= 2 &&
    (sectors.some((sector) => sector !== "agriculture" && sector !== "other") ||
      periods.length > 0 ||
      readQuantity(text) !== null ||
      claimKind(text, where, false, language).kind !== "assertion" ||
      loadedWords(text).length > 0)
  );
}

const isActor = ({kind}: Mention) => kind !== "adjective" && kind !== "capital";

/**
 * "Thai basil" and "a flight to Jakarta" name states and say nothing of them: where the coder found no dealing, an
 * actor must be named or stood for, beside another; beside a word of a sector, where the article tells of dealings.
 */
function speaksOfStates(
  {text, about, sectors, evidence}: Claim,
  mentions: readonly Mention[],
  elsewhere: boolean,
): boolean {
  const stoodFor = evidence.reaches.some(({how}) => how !== "named");
  // "Washington and its allies monitor Moscow's influence": two capitals are two governments, where the article tells of dealings.
  const capitals = new Set(mentions.filter(({kind}) => kind === "capital").map(({party}) => party));
  const acts = stoodFor || mentions.some(isActor) || (elsewhere && capitals.size >= 2);
  return acts && !isNoNews(text) && (about.length >= 2 || (elsewhere && sectors.length > 0));
}

const overlap = (start: number, end: number, at: Stretch) =>
  Math.min(end, at.end) - Math.max(start, at.start);

function nearestOf(events: readonly CodedEvent[], start: number, end: number): CodedEvent | null {
  const by = ({evidence}: CodedEvent) => overlap(start, end, evidence);
  return events.reduce<CodedEvent | null>(
    (best, event) => (best === null || by(event) > by(best) ? event : best),
    null,
  );
}

/** A dated article's day is the time of what it says is so. */
export function periodOfArticle(article: Article): Period | null {
  if (isGap(article.published)) return null;
  const on = article.published;
  return {from: on, to: on, words: `published ${on}`, precision: "day", by: "article"};
}
