import type {FeedOrigin, FeedRead} from "./feed.ts";

/**
 * Reads a feed of any kind; see `feed-of-bytes.ts`, which is loaded with the first feed: most commands read none.
 *
 * @throws InputError when it is no feed, declares entities, or is larger or deeper than any feed.
 */
export async function readFeed(bytes: Uint8Array, origin: FeedOrigin): Promise<FeedRead> {
  const {feedOfBytes} = await import("./feed-of-bytes.ts");
  return feedOfBytes(bytes, origin);
}
