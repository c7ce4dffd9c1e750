import type {Article} from "../world/index.ts";
import {isGap} from "../world/index.ts";

/** Host of an article's address: "www.antaranews.com" is "antaranews.com"; null where it came from no address. */
export function hostOf({origin}: Pick<Article, "origin">): string | null {
  return /^https?:\/\/(?:www\.)?([^/:]+)/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}

/** Names under which an article's source may be known: its outlet, and its host. */
export function sourceNames(article: Pick<Article, "origin" | "outlet">): string[] {
  const host = hostOf(article);
  return [...(isGap(article.outlet) ? [] : [article.outlet]), ...(host === null ? [] : [host])];
}
