import type {Article, Reach, Table} from "../world/index.ts";
import {isGap} from "../world/index.ts";

/** A text that stands over a table cell and may say whom it is about, and how it stands to it. */
export interface Context {
  readonly text: string;
  readonly how: Reach["how"];
  readonly label: string;
}

/** Sentences of the table's section and of the article's opening that are read for names. */
const mostSentences = 20;
/** Characters of a section that are read: a table that far from its text is not explained by it. */
const longestSection = 8_000;

const sentences = new Intl.Segmenter("en", {granularity: "sentence"});

/** From the nearest to the farthest: the heading, the text under it above the table, the title, the opening. */
export function tableContexts(article: Article, table: Table): Context[] {
  const {blocks, text} = article;
  const at = blocks.findIndex(
    (one) => one.kind === "table" && one.start <= table.start && table.start < one.end,
  );
  const block = blocks[at];
  const under = block === undefined ? null : block.under;
  const heading = under === null ? undefined : blocks[under];
  const section = blocks
    .slice(0, Math.max(0, at))
    .filter((one) => one.kind !== "table" && one.kind !== "heading" && one.under === under);
  const body = section
    .map((one) => text.slice(one.start, one.end))
    .join("\n")
    .slice(0, longestSection);
  return [
    ...(heading === undefined
      ? []
      : [
          {text: text.slice(heading.start, heading.end), how: "heading", label: "heading"} as const,
        ]),
    ...sentencesOf(body).map(
      (one) => ({text: one, how: "coreference", label: "said above"}) as const,
    ),
    ...(isGap(article.title)
      ? []
      : [{text: article.title, how: "heading", label: "title"} as const]),
    ...sentencesOf(text.slice(0, longestSection)).map(
      (one) => ({text: one, how: "coreference", label: "said at the opening"}) as const,
    ),
  ];
}

function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const {segment} of sentences.segment(text)) {
    if (found.length === mostSentences) break;
    if (segment.trim() !== "") found.push(segment.trim());
  }
  return found;
}
