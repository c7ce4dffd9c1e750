import {type Article, notLookedFor} from "../world/index.ts";

/** An article as it was kept; what its reader did not look for stands as a gap. */
export function parseArticle(content: string): Article {
  return {...notLookedFor, ...(JSON.parse(content) as Article)};
}
