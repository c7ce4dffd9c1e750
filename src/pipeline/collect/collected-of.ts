import type {FeedItem} from "../../sources/index.ts";
import type {Collected, Source} from "../../world/index.ts";

/** What a capture remembers of its source as it is now: a grade that is changed later does not reach back. */
export function collectedOf(
  {id, title, language, country, reliability}: Source,
  item?: FeedItem,
): Collected {
  return {
    source: id,
    title,
    language: item?.language ?? language,
    country,
    reliability,
    published: item?.published ?? null,
    updated: item?.updated ?? null,
  };
}
