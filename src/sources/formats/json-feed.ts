import {z} from "zod";
import {InputError} from "../input-error.ts";
import type {FeedItem, FeedOrigin, FeedRead} from "./feed.ts";
import {feedAuthor} from "./feed-author.ts";
import {feedDate} from "./feed-date.ts";
import {feedId} from "./feed-id.ts";
import {feedLanguage} from "./feed-language.ts";
import {feedLink} from "./feed-link.ts";
import {plainWords, summaryWords, titleWords} from "./feed-words.ts";

const mostItems = 50_000;

/** A value of the wrong kind says nothing; the rest of its item still does. */
const words = z.string().nullish().catch(null);
const author = z.object({name: words}).catch({name: null});
const item = z.object({
  id: z.union([z.string(), z.number()]).nullish().catch(null),
  url: words,
  external_url: words,
  title: words,
  summary: words,
  content_html: words,
  content_text: words,
  date_published: words,
  date_modified: words,
  author: author.nullish(),
  authors: z.array(author).nullish().catch(null),
  language: words,
});
const feed = z.object({
  version: z.string().startsWith("https://jsonfeed.org/version/1"),
  title: words,
  home_page_url: words,
  language: words,
  author: author.nullish(),
  authors: z.array(author).nullish().catch(null),
  items: z.array(z.unknown()),
});

/**
 * JSON Feed 1 and 1.1 (jsonfeed.org).
 * @throws InputError when it is broken JSON, or JSON that is no feed.
 */
export function jsonFeed(text: string, {url}: FeedOrigin): FeedRead {
  const parsed = feed.safeParse(json(text, url));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InputError(
      `${url} is JSON but no JSON Feed: ${issue?.path.join(".") || "it"}: ${issue?.message ?? "wrong"}`,
      "name the address of a feed",
      {status: 422},
    );
  }
  const {data} = parsed;
  const skipped: {why: string}[] = [];
  const items: FeedItem[] = [];
  const defaultAuthors = namesOf(data);
  for (const one of data.items.slice(0, mostItems)) {
    const read = jsonItem(one, url, data.home_page_url ?? null, defaultAuthors);
    if (read === null) skipped.push({why: "an item without title, address and text"});
    else items.push(read);
  }
  if (data.items.length > mostItems)
    skipped.push({why: `${data.items.length - mostItems} items beyond the first ${mostItems}`});
  return {
    kind: "json-feed",
    title: titleWords(data.title ?? ""),
    language: feedLanguage(data.language),
    items,
    skipped,
  };
}

function json(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(`${url} is broken JSON`, "name the address of a feed", {
      cause,
      status: 422,
    });
  }
}

function jsonItem(
  value: unknown,
  feedUrl: string,
  home: string | null,
  feedAuthors: readonly (string | null)[],
): FeedItem | null {
  const parsed = item.safeParse(value);
  if (!parsed.success) return null;
  const {data} = parsed;
  const id = data.id === null || data.id === undefined ? null : String(data.id);
  const url =
    feedLink(data.url, feedUrl, home) ?? feedLink(data.external_url, feedUrl, home) ?? feedLink(id);
  const title = plainWords(data.title ?? "");
  const text = data.content_text ?? null;
  const summary =
    summaryWords(data.summary ?? "") ??
    summaryWords(data.content_html ?? "") ??
    plainWords(text ?? "", 2000);
  if (url === null && title === null && summary === null) return null;
  const authors = namesOf(data);
  const published = feedDate(data.date_published);
  return {
    id: feedId(id, url, title, summary, published),
    url,
    title,
    summary,
    contentHtml: data.content_html ?? null,
    published,
    updated: feedDate(data.date_modified),
    author: feedAuthor(authors.length > 0 ? authors : feedAuthors),
    language: feedLanguage(data.language),
  };
}

function namesOf(one: z.infer<typeof feed> | z.infer<typeof item>): readonly (string | null)[] {
  const all = [...(one.authors ?? []), ...(one.author ? [one.author] : [])];
  return all.map(({name}) => name ?? null).filter((name) => name !== null && name !== "");
}
