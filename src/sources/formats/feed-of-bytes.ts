import {refuseTooLarge} from "../capture-of.ts";
import {InputError} from "../input-error.ts";
import {atomFeed} from "./atom-feed.ts";
import {charsetOf, decodeBytes} from "./decode-bytes.ts";
import type {FeedOrigin, FeedRead} from "./feed.ts";
import {loadCharsetGuess} from "./guess-charset.ts";
import {jsonFeed} from "./json-feed.ts";
import {rssFeed} from "./rss-feed.ts";
import {sitemap} from "./sitemap.ts";
import {xmlTree} from "./xml-tree.ts";

const formats = {
  rss: rssFeed,
  rdf: rssFeed,
  channel: rssFeed,
  feed: atomFeed,
  urlset: sitemap,
  sitemapindex: sitemap,
} as const;
const roots = Object.keys(formats) as (keyof typeof formats)[];

const guess = await loadCharsetGuess();

/**
 * Reads a feed of any kind: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, a sitemap, a news sitemap, an index of sitemaps. What it
 * is, its content says; what its server calls it is not looked at, but for the charset.
 *
 * @throws InputError when it is no feed, declares entities, or is larger or deeper than any feed.
 */
export function feedOfBytes(bytes: Uint8Array, origin: FeedOrigin): FeedRead {
  refuseTooLarge(bytes.length, origin.url);
  const {text} = decodeBytes(
    bytes,
    {header: charsetOf(origin.contentType), declaration: xmlDeclaration},
    guess,
  );
  const start = text.trimStart();
  if (start === "")
    throw new InputError(`${origin.url} is empty`, "name the address of a feed", {status: 422});
  if (/^[{[]/.test(start)) return jsonFeed(start, origin);
  const root = xmlTree(text, roots, origin.url);
  const format = roots.find((name) => root.name === name || root.name.endsWith(`:${name}`));
  if (format === undefined) throw new Error(`<${root.name}> is none of the roots asked for`);
  return formats[format](root, origin);
}

function xmlDeclaration(start: string): string | null {
  return /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.+-]{1,40})/i.exec(start)?.[1] ?? null;
}
