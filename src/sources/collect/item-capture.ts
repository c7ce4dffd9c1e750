import type {Capture, Collected, Day} from "../../world/index.ts";
import {captureOf} from "../capture-of.ts";
import type {FeedItem} from "../formats/feed.ts";

/** Media type of a text that is known from its feed alone: JSON, see `reading/read-feed-item.ts`. */
export const feedItemType = "application/vnd.demarche.feed-item+json";

/**
 * What a feed says of an item whose page cannot be had.
 * @param why why it cannot, in words.
 * @throws InputError when it is larger than any article.
 */
export function itemCapture(
  {title, summary, contentHtml, published, author}: FeedItem,
  origin: string,
  why: string,
  collected: Collected,
  recordedOn: Day,
): Capture {
  const told = {title, summary, contentHtml, published, author, why};
  const bytes = new TextEncoder().encode(JSON.stringify(told));
  return {...captureOf(bytes, origin, recordedOn, false, feedItemType), collected};
}
