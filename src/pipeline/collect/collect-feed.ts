import type {FeedItem, Fetched} from "../../sources/index.ts";
import type {AddressNote} from "../../store/index.ts";
import type {Source} from "../../world/index.ts";
import {askSource} from "./ask-source.ts";
import {newestFirst, noteItems, readItems} from "./collect-items.ts";
import type {Collecting, CollectRun, SourceDone} from "./collecting.ts";
import {unknownAddress} from "./unknown-address.ts";

/** Items of one reading of a feed or sitemap that are noted, newest first; a site's whole past is not its news. */
const mostItems = 1000;
/** Sitemaps of an index that are read, newest first. */
const mostSitemaps = 5;

/** A feed or a sitemap: its items are noted, then their pages are read. */
export async function collectFeed(
  source: Source,
  isDue: boolean,
  run: CollectRun,
  done: SourceDone,
): Promise<void> {
  if (isDue)
    await askSource(source, run, done, async (got) => {
      const {items, sitemaps} = await itemsOf(got, source, run, done);
      const newest = [...items].sort(newestFirst).slice(0, mostItems);
      if (newest.length < items.length)
        done.notes.push(`${items.length - newest.length} older items were passed over`);
      const {fresh, days} = noteItems(newest, source, run);
      done.fresh += fresh;
      run.journal.note(...sitemaps);
      return {items: fresh, days};
    });
  await readItems(source, run, done);
}

async function itemsOf(
  {bytes, url, mediaType}: Extract<Fetched, {kind: "fetched"}>,
  source: Source,
  {formats, fetcher, journal}: Collecting,
  done: SourceDone,
): Promise<{readonly items: readonly FeedItem[]; readonly sitemaps: readonly AddressNote[]}> {
  const feed = await formats.readFeed(bytes, {url, contentType: mediaType});
  if (feed.skipped.length > 0)
    done.notes.push(`${feed.skipped.length} entries tell of no page (${feed.skipped[0]?.why})`);
  if (feed.kind !== "sitemap-index") return {items: feed.items, sitemaps: []};
  const items: FeedItem[] = [];
  const sitemaps: AddressNote[] = [];
  for (const {url: at} of [...feed.items].sort(newestFirst).slice(0, mostSitemaps)) {
    if (at === null) continue;
    const known = journal.address(at);
    const got = await fetcher.fetch(at, known ?? undefined);
    if (got.kind !== "fetched") {
      if (got.kind === "failed") done.notes.push(got.why);
      continue;
    }
    const sitemap = await formats.readFeed(got.bytes, {url: got.url, contentType: got.mediaType});
    const {etag, lastModified} = got;
    sitemaps.push({...(known ?? unknownAddress(at, source.id)), state: "page", etag, lastModified});
    if (sitemap.kind !== "sitemap-index") items.push(...sitemap.items);
  }
  return {items, sitemaps};
}
