import {type ArticleAudit, type ArticleComparison, compareArticles} from "../audit/index.ts";
import type {Article, CodedEvent} from "../world/index.ts";
import type {Question} from "./answer-watch.ts";
import {auditOne} from "./audit-one.ts";

/** An article with its coded events, as `readArticle` gives it. */
interface Reading {
  readonly article: Article;
  readonly events: readonly CodedEvent[];
}

/** Two articles read back, and held against one another. */
export interface TwoCompared {
  readonly first: ArticleAudit;
  readonly second: ArticleAudit;
  readonly comparison: ArticleComparison;
}

/** Reads two articles back against what the ledger knew, and says what each has that the other has not. Keeps nothing. */
export async function compareTwo(
  question: Question,
  one: Reading,
  other: Reading,
): Promise<TwoCompared> {
  const first = await auditOne({...question, ...one});
  const second = await auditOne({...question, ...other});
  const comparison = compareArticles(
    {article: one.article, verdicts: first.verdicts},
    {article: other.article, verdicts: second.verdicts},
  );
  return {first, second, comparison};
}
