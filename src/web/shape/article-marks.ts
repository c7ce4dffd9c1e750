import type {Article, Block, Dating, Flag, Gap, Stretch} from "../../api/index.ts";
import {dayWords, fixed} from "./number-words.ts";

/** What reading flagged, in words; a mark never says that something is false. */
export const markWords: Readonly<Record<Flag["kind"], string>> = {
  "machine-residue": "a chatbot's leftover stands in it",
  "table-repaired": "a table was mended",
  "no-date": "undated",
  "no-author": "no author named",
  secondary: "it passes on another outlet's report",
  "source-not-seen": "the report that it cites was not read",
  "copied-claims": "most of what it reports is another outlet's",
  "no-person": "no person is named",
  "no-primary-source": "nobody who was there is named or quoted",
  "template-tables": "its tables hold no figure and no date",
  "bad-encoding": "signs that could not be read",
  "feed-item": "read from its feed alone",
};

/** Something that stands beside a passage, and whether its place in the passage is marked too. */
export interface ArticleMark extends Stretch {
  readonly label: string;
  readonly words: string;
  /** Whole sentences that somebody says are told beside the text and not marked in it. */
  readonly inText: boolean;
}

/** A block with what stands beside it. */
export interface MarkedBlock {
  readonly block: Block;
  readonly marks: readonly ArticleMark[];
}

/** Letters of a passage that a mark repeats to say which it means. */
const longest = 60;

/** The article block by block, each with its marks in the order of the text; and the flags of the article as a whole. */
export function articleMarks(article: Article): {
  readonly whole: readonly Flag[];
  readonly blocks: readonly MarkedBlock[];
} {
  const {blocks} = article;
  const isWhole = ({start, end}: Stretch) => end <= start || end - start >= article.text.length;
  const placed = [
    ...marksOf(
      article,
      article.flags.filter((flag) => !isWhole(flag)),
    ),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const beside = blocks.map((block): {block: Block; marks: ArticleMark[]} => ({block, marks: []}));
  // Both stand in the order of the text, so that one walk places all of them.
  let at = 0;
  for (const mark of placed) {
    while (at < beside.length - 1 && (blocks[at]?.end ?? 0) <= mark.start) at += 1;
    beside[at]?.marks.push(mark);
  }
  return {whole: article.flags.filter(isWhole), blocks: beside};
}

function marksOf(article: Article, flags: readonly Flag[]): ArticleMark[] {
  const {text, cites, credit, attributions, days} = article;
  const place = ({start, end}: Stretch) => ({start, end});
  return [
    ...flags.map((flag) => ({
      ...place(flag),
      label: markWords[flag.kind],
      words: flag.note,
      inText: true,
    })),
    ...cites.map((cite) => ({...place(cite), label: "cites", words: cite.name, inText: true})),
    ...(isMissing(credit)
      ? []
      : [{...place(credit), label: "credits", words: credit.name, inText: true}]),
    ...attributions.map((one) => ({
      ...place(one),
      label: one.voice,
      words: `${one.speaker ?? "nobody named"}: “${beginning(text, one)}”`,
      inText: false,
    })),
    ...days.map((one) => ({
      ...place(one),
      label: `“${beginning(text, one)}”`,
      words: isMissing(one.day) ? `not known: ${one.day.why}` : dayWords(one.day),
      inText: true,
    })),
  ];
}

function beginning(text: string, {start, end}: Stretch): string {
  const words = text.slice(start, Math.min(end, start + longest)).trim();
  return end - start > longest ? `${words} …` : words;
}

function isMissing(value: unknown): value is Gap {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "gap";
}

const origins: Readonly<Record<Dating["origin"], string>> = {
  metadata: "the page's metadata",
  "json-ld": "the page's JSON-LD",
  feed: "the feed",
  dateline: "the dateline",
  text: "the text",
  address: "the address",
};

/** A day and how it is known: "28 November 2026, from the dateline: “JAKARTA, Nov 28” (right in 93 % of those checked)". */
export function datingWords(day: string | Gap, from: Dating | Gap): string {
  if (isMissing(day)) return `not known: ${day.why}`;
  if (isMissing(from)) return `${dayWords(day)}; its origin is not known: ${from.why}`;
  const {origin, words, confidence} = from;
  return `${dayWords(day)}, from ${origins[origin]}: “${words}” (right in ${fixed(confidence * 100, 0)} % of those checked)`;
}
