import type {Article, Evidence, Gap, Grade, PassageEvidence, Verdict} from "../world/index.ts";

/** A link of the chain of citation: who is the article's source, for what, and whether we have seen it. */
export interface SourceLink {
  /** "its own voice", a speaker's name as the text gives it, or an outlet's. */
  readonly who: string;
  readonly kind: "own voice" | "speaker" | "outlet";
  /** Claims that rest on it. */
  readonly claims: number;
  /** Whether an article of that outlet is in the ledger; null for a speaker and for its own voice. */
  readonly seen: boolean | null;
  readonly evidence: readonly PassageEvidence[];
}

/** Something about the text that a reader should know, with the words that show it. */
export interface AuditMark {
  readonly kind: string;
  readonly note: string;
  readonly quote: string;
}

/** A loaded word as the author's own, and how often it stands. */
export interface LoadedWord {
  readonly words: string;
  readonly times: number;
  readonly evidence: PassageEvidence;
}

/** An article read back: each claim, and the article as a whole. Not a truth score. */
export interface ArticleAudit {
  readonly article: Pick<
    Article,
    | "id"
    | "title"
    | "origin"
    | "language"
    | "published"
    | "outlet"
    | "author"
    | "genre"
    | "specimen"
  >;
  readonly text: string;
  readonly grade: Grade;
  /** Why there is nothing to read back, as a sentence; null where there is. */
  readonly nothing: string | null;
  readonly verdicts: readonly Verdict[];
  /** How many claims are of each word: "supported", "opinion" … Words that none has are left out. */
  readonly counts: Readonly<Record<string, number>>;
  /** Assertions, and those for which evidence of another origin than the article speaks, for or against. */
  readonly assertions: number;
  readonly independent: number;
  readonly chain: readonly SourceLink[];
  readonly marks: readonly AuditMark[];
  readonly loaded: readonly LoadedWord[];
  readonly repairs: readonly string[];
  readonly missing: readonly Gap[];
}

/** All evidence that a verdict cites beside the claim's own passage. */
export function evidenceOf({for: supporting, against, past = []}: Verdict): Evidence[] {
  return [...supporting, ...against, ...past];
}
