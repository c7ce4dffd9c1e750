import {findMentions, type Group, groupMentions, saidFrom} from "../coding/index.ts";
import {splitSentences} from "../reading/index.ts";
import {
  type Article,
  articleDay,
  type CodedEvent,
  headingOf,
  isGap,
  isResidue,
  type PartyId,
  type PassageEvidence,
  type Reach,
  type Reference,
  type TableCell,
} from "../world/index.ts";
import type {Claim, Where} from "./claim.ts";
import {claimSectors} from "./claim-sectors.ts";

import {type Period, readPeriod} from "./read-period.ts";

/** A claim and what kind decides it; residue is kept apart because it may name no state at all. */
export interface FoundClaim {
  readonly claim: Claim;
  readonly residue: boolean;
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
  const on = articleDay(article);
  let named: readonly Group[] = [];
  const add = (
    start: number,
    end: number,
    where: Where,
    above: string,
    linked: readonly Reach[],
  ) => {
    const text = article.text.slice(start, end);
    const residue = isResidue(article, {start, end});
    const mentions = findMentions(text, reference, on);
    const groups = groupMentions(text, mentions);
    const reaches = new Map<PartyId, Reach>();
    for (const {party, words} of mentions)
      if (!reaches.has(party)) reaches.set(party, {party, how: "named", by: words});
    for (const reach of [...coreferences(text, named), ...linked])
      if (!reaches.has(reach.party)) reaches.set(reach.party, reach);
    if (reaches.size === 0 || (mentions.length === 0 && where.heading !== ""))
      for (const reach of headingReaches(where.heading, reaches, reference))
        if (!reaches.has(reach.party)) reaches.set(reach.party, reach);
    if (groups.length > 0) named = groups;
    if (reaches.size === 0 && !residue) return;
    const event = nearestEvent(start, end, events);
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
      start,
      end,
      mentions,
      about: [...reaches.keys()],
      sectors: claimSectors(text, above, event, reference),
      period: readPeriod(text) ?? periodOfArticle(article),
      evidence,
      event,
      where,
    };
    found.push({claim, residue});
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
        add(start, end, where, rowHead, rowReaches(rowHead, reference));
      });
    }
  }
  return found.sort((a, b) => a.claim.start - b.claim.start);
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
  heading: string,
  reached: ReadonlyMap<PartyId, Reach>,
  reference: Reference,
): Reach[] {
  return groupMentions(heading, findMentions(heading, reference))
    .filter(({parties}) => !parties.some((party) => reached.has(party)))
    .flatMap(({parties}) => parties)
    .map((party) => ({party, how: "heading", by: `heading: ${heading}`}));
}

function rowReaches(rowHead: string, reference: Reference): Reach[] {
  return findMentions(rowHead, reference).map(({party}) => ({
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

function nearestEvent(
  start: number,
  end: number,
  events: readonly CodedEvent[],
): CodedEvent | null {
  const overlap = ({evidence}: CodedEvent) =>
    Math.min(end, evidence.end) - Math.max(start, evidence.start);
  return events.reduce<CodedEvent | null>((best, event) => {
    if (overlap(event) <= 0) return best;
    return best === null || overlap(event) > overlap(best) ? event : best;
  }, null);
}

function periodOfArticle(article: Article): Period | null {
  if (isGap(article.published)) return null;
  const on = article.published;
  return {from: on, to: on, words: `published ${on}`, precision: "day", by: "article"};
}
