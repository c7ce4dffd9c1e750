import {findMentions} from "../coding/index.ts";
import type {Article, PartyId, Reach, Reference, Table} from "../world/index.ts";
import {isGap} from "../world/index.ts";

/** A text that stands over a table cell and may say whom it is about, and how it stands to it. */
export interface Context {
  readonly text: string;
  readonly how: Reach["how"];
  readonly label: string;
  /** Running text names many parties in passing; a head or a title names its subject. */
  readonly running: boolean;
  /** The parties that it names, with the first words for each and how often. */
  readonly named: ReadonlyMap<PartyId, {readonly words: string; readonly times: number}>;
}

/** Characters of a text that are read: a table that far from its text is not explained by it. */
const longest = 8_000;

/** A text with the parties that it names; only its beginning is read. */
export function contextOf(
  whole: string,
  how: Reach["how"],
  label: string,
  reference: Reference,
  running = false,
): Context {
  const text = whole.slice(0, longest).trim();
  const named = new Map<PartyId, {words: string; times: number}>();
  for (const {party, words} of findMentions(text, reference)) {
    const known = named.get(party);
    named.set(party, {words: known?.words ?? words, times: (known?.times ?? 0) + 1});
  }
  return {text, how, label, running, named};
}

/** Heads and titles before running text: the heading, the title, the section above the table, the opening. */
export function tableContexts(article: Article, table: Table, reference: Reference): Context[] {
  const {blocks, text, title} = article;
  const at = blocks.findIndex(
    (one) => one.kind === "table" && one.start <= table.start && table.start < one.end,
  );
  const under = blocks[at]?.under ?? null;
  const heading = under === null ? undefined : blocks[under];
  const section = blocks
    .slice(0, Math.max(0, at))
    .filter((one) => one.kind !== "table" && one.kind !== "heading" && one.under === under)
    .map((one) => text.slice(one.start, one.end))
    .join("\n");
  const head = heading === undefined ? "" : text.slice(heading.start, heading.end);
  return [
    contextOf(head, "heading", "heading", reference),
    contextOf(isGap(title) ? "" : title, "heading", "title", reference),
    contextOf(section, "coreference", "said above the table", reference, true),
    contextOf(text, "coreference", "said at the opening", reference, true),
  ];
}
