import type {FeedItem, FeedOrigin, FeedRead} from "./feed.ts";
import {feedDate} from "./feed-date.ts";
import {feedLanguage} from "./feed-language.ts";
import {feedLink} from "./feed-link.ts";
import {titleWords} from "./feed-words.ts";
import {childrenNamed, textIn, type XmlNode} from "./xml-tree.ts";

/** Addresses that one sitemap may hold (sitemaps.org, protocol 0.9). */
const mostAddresses = 50_000;

/** A sitemap with or without Google's news extension, or an index of sitemaps, whose items are the sitemaps. */
export function sitemap(root: XmlNode, {url}: FeedOrigin): FeedRead {
  const isIndex = root.name === "sitemapindex";
  const entries = childrenNamed(root, isIndex ? "sitemap" : "url");
  const read = entries.slice(0, mostAddresses).map((entry) => sitemapItem(entry, url));
  const beyond = entries.length - read.length;
  return {
    kind: isIndex ? "sitemap-index" : "news-sitemap",
    title: null,
    language: null,
    items: read.filter((item) => item !== null),
    skipped: [
      ...read.filter((item) => item === null).map(() => ({why: "an entry without an address"})),
      ...(beyond > 0
        ? [{why: `${beyond} entries beyond the ${mostAddresses} that one sitemap may hold`}]
        : []),
    ],
  };
}

function sitemapItem(entry: XmlNode, sitemapUrl: string): FeedItem | null {
  const loc = childrenNamed(entry, "loc")[0];
  const url = loc === undefined ? null : feedLink(textIn(loc), sitemapUrl);
  if (url === null) return null;
  const news = childrenNamed(entry, "news:news")[0];
  const told = (node: XmlNode | undefined, name: string) => {
    const child = node === undefined ? undefined : childrenNamed(node, name)[0];
    return child === undefined ? null : textIn(child);
  };
  const publication = news === undefined ? undefined : childrenNamed(news, "news:publication")[0];
  return {
    id: url,
    url,
    title: titleWords(told(news, "news:title") ?? ""),
    summary: null,
    contentHtml: null,
    published: feedDate(told(news, "news:publication_date")),
    updated: feedDate(told(entry, "lastmod")),
    author: null,
    language: feedLanguage(told(publication, "news:language")),
  };
}
