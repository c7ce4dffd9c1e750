import {
  type Copies,
  copiesAmong,
  readOwners,
  type SourceCopies,
  sourceCopies,
} from "../ledger/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Article, Day, Gap, Reference} from "../world/index.ts";
import {judgedArticles} from "./judged-articles.ts";

/** Who copies whom among the articles of a day, and how much of what each source prints is another's. */
export interface CopiesKnown extends Copies {
  readonly asOf: Day;
  readonly sources: readonly SourceCopies[];
  /** What a reader needs to know of each article in a cluster or roundup, by id. */
  readonly articles: Readonly<
    Record<
      string,
      Pick<Article, "title" | "outlet" | "origin" | "recordedOn"> & {published: Day | Gap}
    >
  >;
}

/** Copies among the articles of a day, as people have judged them. */
export async function copiesKnown(
  ledger: Pick<Ledger, "articles" | "judgements">,
  reference: Reference,
  asOf: Day,
): Promise<CopiesKnown> {
  const articles = await judgedArticles(ledger, reference, asOf);
  const copies = copiesAmong(articles);
  const named = new Set([
    ...copies.clusters.flatMap((cluster) => cluster.articles),
    ...copies.roundups.flatMap(({article, holds}) => [article, ...holds]),
  ]);
  return {
    asOf,
    ...copies,
    sources: sourceCopies(articles, copies, readOwners(reference)),
    articles: Object.fromEntries(
      articles
        .filter(({id}) => named.has(id))
        .map(({id, title, outlet, origin, published, recordedOn}) => [
          id,
          {title, outlet, origin, published, recordedOn},
        ]),
    ),
  };
}
