import {collectedFrom} from "../sources/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Reference} from "../world/index.ts";
import type {CopiesKnown} from "./copies-known.ts";
import {judgedArticles} from "./judged-articles.ts";

/** Articles of a source, and how many of them are made from another's; its own updates are no copies. */
export interface CopyCount {
  readonly articles: number;
  readonly copies: number;
}

/** For each collected source, by its id; what people rejected counts in neither. Sources without an article are left out. */
export async function countCopies(
  ledger: Pick<Ledger, "articles" | "captures" | "judgements">,
  reference: Reference,
  {asOf, clusters}: Pick<CopiesKnown, "asOf" | "clusters">,
): Promise<ReadonlyMap<string, CopyCount>> {
  const collectedOf = collectedFrom(await ledger.captures(asOf));
  const edges = clusters.flatMap((cluster) => cluster.edges);
  const copied = new Set(edges.filter(({kind}) => kind !== "update").map(({copy}) => copy));
  const counts = new Map<string, CopyCount>();
  for (const article of await judgedArticles(ledger, reference, asOf)) {
    const source = collectedOf(article)?.source;
    if (source === undefined) continue;
    const known = counts.get(source) ?? {articles: 0, copies: 0};
    counts.set(source, {
      articles: known.articles + 1,
      copies: known.copies + (copied.has(article.id) ? 1 : 0),
    });
  }
  return counts;
}
