import type {Evidence} from "../world/index.ts";

/** Digits of an article's id that are printed: enough to name it by. */
const shortId = 8;

/** Where a piece of evidence comes from, in a few words: what stands in a column of sources. */
export function evidenceSource(evidence: Evidence): string {
  switch (evidence.kind) {
    case "reference":
      return evidence.source;
    case "rows":
      return `dataset ${evidence.dataset}`;
    case "passage":
      return `article ${evidence.articleId.slice(0, shortId)}`;
    case "judgement":
      return evidence.quote;
    case "searched":
      return `searched: ${evidence.datasets.join(", ")}`;
  }
}
