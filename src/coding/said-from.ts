import {datelineLength} from "../reading/index.ts";
import type {Article, Block} from "../world/index.ts";
import {bodyStart} from "../world/index.ts";

/** Where a block begins to say something: behind the mark of a list's item, or behind a dateline. */
export function saidFrom(article: Article, block: Block): number {
  const start = bodyStart(article, block);
  return block.kind === "paragraph"
    ? start + datelineLength(article.text.slice(start, block.end))
    : start;
}
