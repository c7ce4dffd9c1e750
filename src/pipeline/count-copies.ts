import type {Copies} from "../ledger/index.ts";
import type {CaptureAbout} from "../store/index.ts";
import type {Article} from "../world/index.ts";
import {collectedFrom} from "./collected-from.ts";

/** Articles of a source, and how many of them are made from another's; its own updates are no copies. */
export interface CopyCount {
  readonly articles: number;
  readonly copies: number;
}

/** For each collected source, by its id; sources of which no article is known are left out. */
export function countCopies(
  captures: readonly CaptureAbout[],
  articles: readonly Article[],
  {clusters}: Pick<Copies, "clusters">,
): ReadonlyMap<string, CopyCount> {
  const collectedOf = collectedFrom(captures);
  const edges = clusters.flatMap((cluster) => cluster.edges);
  const copied = new Set(edges.filter(({kind}) => kind !== "update").map(({copy}) => copy));
  const counts = new Map<string, CopyCount>();
  for (const article of articles) {
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
