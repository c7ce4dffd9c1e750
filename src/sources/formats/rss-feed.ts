import type {FeedItem, FeedOrigin, FeedRead} from "./feed.ts";
import {feedAuthor} from "./feed-author.ts";
import {feedDate} from "./feed-date.ts";
import {feedId} from "./feed-id.ts";
import {feedLanguage} from "./feed-language.ts";
import {feedLink} from "./feed-link.ts";
import {summaryWords, titleWords} from "./feed-words.ts";
import {attributeOf, childrenNamed, markupIn, textIn, type XmlNode} from "./xml-tree.ts";

/**
 * RSS 0.90 to 2.0 and RSS 1.0 (RDF), with the modules Dublin Core, content and Atom. In RDF the items stand beside the channel, in
 * the others in it; some feeds of either kind do it the other way.
 */
export function rssFeed(root: XmlNode, {url}: FeedOrigin): FeedRead {
  const channels = childrenNamed(root, "channel");
  const channel = channels[0] ?? root;
  const told = (...names: string[]) => firstText(channel, names);
  const home = feedLink(told("link"), url, ...channel.bases);
  const read = [...channels, root]
    .flatMap((place) => [place, ...childrenNamed(place, "items")])
    .flatMap((place) => childrenNamed(place, "item"))
    .map((item) => rssItem(item, url, home));
  return {
    kind: root.name.endsWith("rdf") ? "rdf" : "rss",
    title: titleWords(told("title") ?? ""),
    language: feedLanguage(told("language", "dc:language") ?? channel.language),
    items: read.filter((item) => item !== null),
    skipped: read
      .filter((item) => item === null)
      .map(() => ({why: "an item without title, address and text"})),
  };
}

function rssItem(item: XmlNode, feedUrl: string, home: string | null): FeedItem | null {
  const told = (...names: string[]) => firstText(item, names);
  const bases = [feedUrl, home, ...item.bases];
  const guid = childrenNamed(item, "guid")[0];
  const url =
    childrenNamed(item, "link")
      .map((link) => feedLink(textIn(link).trim() || attributeOf(link, "href"), ...bases))
      .find((link) => link !== null) ??
    permaLink(guid) ??
    alternateLink(item, bases) ??
    feedLink(attributeOf(item, "rdf:about"));
  const description = firstMarkup(item, [
    "description",
    "summary",
    "dc:description",
    "itunes:summary",
  ]);
  const content = firstMarkup(item, ["content:encoded", "html:body", "atom:content"]);
  const title = titleWords(told("title", "media:title", "dc:title", "itunes:title") ?? "");
  const summary = summaryWords(description ?? content ?? "");
  if (url === null && title === null && summary === null) return null;
  const published = firstDate(item, [
    "pubdate",
    "dc:date",
    "dcterms:issued",
    "atom:published",
    "dcterms:created",
    "published",
    "date",
  ]);
  return {
    id: feedId(
      guid === undefined ? (attributeOf(item, "rdf:about") ?? null) : textIn(guid),
      url,
      title,
      summary,
      published,
    ),
    url,
    title,
    summary,
    contentHtml: content,
    published,
    updated: firstDate(item, ["dcterms:modified", "atom:updated", "updated", "lastbuilddate"]),
    author: feedAuthor(
      [
        ...childrenNamed(item, "dc:creator", "author", "itunes:author").map(textIn),
        ...childrenNamed(item, "atom:author").map((author) => firstText(author, ["atom:name"])),
      ].slice(0, 10),
    ),
    language: feedLanguage(told("dc:language", "language") ?? item.language),
  };
}

/** A guid is an address unless it says that it is none (RSS 2.0). */
function permaLink(guid: XmlNode | undefined): string | null {
  if (guid === undefined || /^false$/i.test(attributeOf(guid, "isPermaLink") ?? "")) return null;
  return feedLink(textIn(guid));
}

function alternateLink(item: XmlNode, bases: readonly (string | null)[]): string | null {
  const link = childrenNamed(item, "atom:link").find(
    (link) => (attributeOf(link, "rel") ?? "alternate") === "alternate",
  );
  return feedLink(link && attributeOf(link, "href"), ...bases);
}

function firstText(node: XmlNode, names: readonly string[]): string | null {
  for (const child of childrenNamed(node, ...names)) {
    const text = textIn(child);
    if (text.trim() !== "") return text;
  }
  return null;
}

function firstMarkup(node: XmlNode, names: readonly string[]): string | null {
  for (const child of childrenNamed(node, ...names)) {
    const markup = markupIn(child).trim();
    if (markup !== "") return markup;
  }
  return null;
}

/** The first of these dates that can be read. */
function firstDate(node: XmlNode, names: readonly string[]): string | null {
  for (const child of childrenNamed(node, ...names)) {
    const date = feedDate(textIn(child));
    if (date !== null) return date;
  }
  return null;
}
