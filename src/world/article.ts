import {type Gap, isGap} from "./gap.ts";
import type {Grade} from "./grade.ts";
import type {Source} from "./source.ts";
import type {Day} from "./time.ts";

/** What was known of a capture's source when it was collected, and what its feed said of it. */
export interface Collected extends Pick<Source, "title" | "language" | "country" | "reliability"> {
  /** Id of the source. */
  readonly source: string;
  /** When its feed says that it was published and updated: an instant, or a day. */
  readonly published: string | null;
  readonly updated: string | null;
}

/** Bytes as they came, with their origin. `sha256` is of the bytes. */
export interface Capture {
  readonly sha256: string;
  readonly origin: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The day on which we came to know it. */
  readonly recordedOn: Day;
  readonly specimen: boolean;
  /** Absent where a person gave it. */
  readonly collected?: Collected;
}

/** A stretch of the article's text, by UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether two stretches have a character in common. */
export function touches(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

export interface Block extends Stretch {
  readonly kind: "heading" | "paragraph" | "list-item" | "quote" | "table";
  /** The heading above it, if any, as an index into `blocks`. */
  readonly under: number | null;
}

export interface TableCell extends Stretch {
  readonly text: string;
}

export interface Table extends Stretch {
  readonly columns: readonly TableCell[];
  readonly rows: readonly (readonly (TableCell | Gap)[])[];
  /** What was mended and how: "row 2 held two rows; its cells 1-2 stand again at 3-4". */
  readonly repairs: readonly string[];
}

/** Something about the text that a reader should know; it never asserts falsehood. */
export interface Flag extends Stretch {
  readonly kind:
    | "machine-residue"
    | "table-repaired"
    | "no-date"
    | "no-author"
    | "secondary"
    | "source-not-seen"
    | "copied-claims"
    | "no-person"
    | "no-primary-source"
    | "template-tables"
    | "bad-encoding"
    | "feed-item";
  readonly note: string;
}

export interface CitedSource extends Stretch {
  readonly name: string;
  readonly words: string;
}

/** Where a day was found, in which words, and how often a day of that origin was right where we could check (0 to 1). */
export interface Dating {
  readonly origin: "metadata" | "json-ld" | "feed" | "dateline" | "text" | "address";
  readonly words: string;
  readonly confidence: number;
}

/** The agency that is credited with the text: "(Reuters)", "ANTARA/…", "/TASS/". */
export interface Credit extends Stretch {
  readonly name: string;
}

/** What kind of text it is, and what shows that. */
export interface Genre {
  readonly kind: "news" | "analysis" | "opinion" | "press-release";
  readonly because: string;
}

/**
 * A stretch that somebody else says: in quotation marks, or in the writer's words. What stands in none is the article's own
 * voice. The speaker's place is where the name stands, which may be an earlier sentence ("he said"); `null` where nobody is named.
 */
export interface Attribution extends Stretch {
  readonly voice: "quoted" | "paraphrased";
  readonly speaker: string | null;
  readonly speakerStart: number | null;
  readonly speakerEnd: number | null;
}

/** A day that the text names, told from the day of publication where the words are relative: "yesterday", "on Monday". */
export interface NamedDay extends Stretch {
  readonly day: Day | Gap;
}

/** Clean text with exact offsets into it. */
export interface Article {
  /** See `articleId`; an article of an older ledger may bear another. */
  readonly id: string;
  readonly captureSha256: string;
  readonly origin: string;
  readonly title: string | Gap;
  readonly text: string;
  readonly language: string;
  readonly published: Day | Gap;
  readonly publishedFrom: Dating | Gap;
  readonly updated: Day | Gap;
  readonly updatedFrom: Dating | Gap;
  readonly recordedOn: Day;
  readonly outlet: string | Gap;
  readonly author: string | Gap;
  readonly credit: Credit | Gap;
  readonly genre: Genre | Gap;
  readonly cites: readonly CitedSource[];
  readonly attributions: readonly Attribution[];
  readonly days: readonly NamedDay[];
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly flags: readonly Flag[];
  readonly grade: Grade;
  readonly specimen: boolean;
}

/** The day that an article counts for: when it was published, else when it was read. */
export function articleDay({
  published,
  recordedOn,
}: Pick<Article, "published" | "recordedOn">): Day {
  return isGap(published) ? recordedOn : published;
}

/** Where a block's own words begin: behind the mark of a list's item. */
export function bodyStart({text}: Article, {kind, start, end}: Block): number {
  const mark =
    kind === "list-item" ? /^\s*(?:[-*•–]|\d+[.)])\s+/.exec(text.slice(start, end)) : null;
  return start + (mark?.[0].length ?? 0);
}

/** The heading above a block, else the article's title; empty where there is neither. */
export function headingOf({text, blocks, title}: Article, {under}: Block): string {
  const head = under === null ? undefined : blocks[under];
  if (head === undefined) return isGap(title) ? "" : title;
  return text
    .slice(head.start, head.end)
    .replace(/^#+\s*/, "")
    .trim();
}

/** Whether a stretch touches what is flagged as a machine's leftover, which is nobody's statement. */
export function isResidue({flags}: Article, stretch: Stretch): boolean {
  return flags.some((flag) => flag.kind === "machine-residue" && touches(flag, stretch));
}
