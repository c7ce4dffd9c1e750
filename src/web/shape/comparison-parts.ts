import type {ArticleAudit, ComparisonBody, Verdict} from "../../api/index.ts";

type Comparison = ComparisonBody["comparison"];

/** A claim of the one article beside that of the other; null on the side that does not say it. */
export interface ComparisonLine {
  readonly first: Verdict | null;
  readonly second: Verdict | null;
  /** Why they are one claim, or in what they differ; null where only one says it. */
  readonly because: string | null;
}

export interface ComparisonPart {
  readonly head: string;
  readonly word: string;
  readonly lines: readonly ComparisonLine[];
}

/** The four parts of a comparison, what is in dispute first; those without a line are left out. */
export function comparisonParts({
  shared,
  contradicted,
  added,
  dropped,
}: Comparison): readonly ComparisonPart[] {
  const parts: readonly ComparisonPart[] = [
    {head: "Contradicted", word: "pair", lines: contradicted},
    {head: "Shared", word: "pair", lines: shared},
    {
      head: "Added by the second",
      word: "claim",
      lines: added.map((second) => ({first: null, second, because: null})),
    },
    {
      head: "Dropped from the first",
      word: "claim",
      lines: dropped.map((first) => ({first, second: null, because: null})),
    },
  ];
  return parts.filter(({lines}) => lines.length > 0);
}

/** Who copied whom, in a sentence. */
export function copiedWords({copied}: Comparison): string {
  return copied === null
    ? "Neither text was made from the other."
    : `The ${copied.copy} is a copy of the other: ${copied.because}.`;
}

/** The title of an article that was read back; where it has none, where it came from. */
export function articleName({article: {title, origin}}: ArticleAudit): string {
  return typeof title === "string" ? title : origin;
}
