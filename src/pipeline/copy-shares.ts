import {copiesAmong} from "../ledger/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day} from "../world/index.ts";

/**
 * For each collected source, by its id, the share of its articles that are made from another's, 0..1; its own updates
 * are no copies. Sources of which the ledger knew no article on that day are left out.
 */
export async function copyShares(
  ledger: Pick<Ledger, "articles" | "captures">,
  asOf: Day,
): Promise<ReadonlyMap<string, number>> {
  const sourceOf = new Map(
    (await ledger.captures(asOf)).flatMap(({sha256, origin, collected}) =>
      collected === undefined ? [] : [[`${sha256} ${origin}`, collected.source] as const],
    ),
  );
  if (sourceOf.size === 0) return new Map();
  const articles = await ledger.articles(asOf);
  const edges = copiesAmong(articles).clusters.flatMap((cluster) => cluster.edges);
  const copies = new Set(edges.filter(({kind}) => kind !== "update").map(({copy}) => copy));
  const counts = new Map<string, {articles: number; copies: number}>();
  for (const {id, captureSha256, origin} of articles) {
    const source = sourceOf.get(`${captureSha256} ${origin}`);
    if (source === undefined) continue;
    const known = counts.get(source) ?? {articles: 0, copies: 0};
    known.articles += 1;
    if (copies.has(id)) known.copies += 1;
    counts.set(source, known);
  }
  return new Map([...counts].map(([source, known]) => [source, known.copies / known.articles]));
}
