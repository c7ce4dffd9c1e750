import {type Article, hostOf, isGap} from "../world/index.ts";

/** Names under which an article's source may be known: its outlet, and its host. */
export function sourceNames(article: Pick<Article, "origin" | "outlet">): string[] {
  const host = hostOf(article.origin);
  return [...(isGap(article.outlet) ? [] : [article.outlet]), ...(host === null ? [] : [host])];
}
