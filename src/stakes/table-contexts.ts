import type {Article, Reach, Table} from "../world/index.ts";
import {isGap} from "../world/index.ts";

/** A text that stands over a table cell and may say whom it is about, and how it stands to it. */
export interface Context {
  readonly text: string;
  readonly how: Reach["how"];
  readonly label: string;
  /** Running text names many parties in passing; a head or a title names its subject. */
  readonly running: boolean;
}

/** Characters of running text that are read: a table that far from its text is not explained by it. */
const longest = 8_000;

/** Heads and titles before running text: the heading, the title, the section above the table, the opening. */
export function tableContexts(article: Article, table: Table): Context[] {
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
  const contexts: Context[] = [];
  const add = (words: string, how: Reach["how"], label: string, running: boolean) => {
    const kept = words.slice(0, longest).trim();
    if (kept !== "") contexts.push({text: kept, how, label, running});
  };
  if (heading !== undefined)
    add(text.slice(heading.start, heading.end), "heading", "heading", false);
  if (!isGap(title)) add(title, "heading", "title", false);
  add(section, "coreference", "said above the table", true);
  add(text, "coreference", "said at the opening", true);
  return contexts;
}
