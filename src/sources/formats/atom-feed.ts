import type {FeedItem, FeedOrigin, FeedRead} from "./feed.ts";
import {feedAuthor} from "./feed-author.ts";
import {feedDate} from "./feed-date.ts";
import {feedId} from "./feed-id.ts";
import {feedLanguage} from "./feed-language.ts";
import {feedLink} from "./feed-link.ts";
import {markupTitle, summaryWords, titleWords} from "./feed-words.ts";
import {attributeOf, childrenNamed, markupIn, textIn, type XmlNode} from "./xml-tree.ts";

/** Atom 1.0 (RFC 4287) and 0.3. Links are resolved against `xml:base`, else against the feed's address. */
export function atomFeed(root: XmlNode, {url}: FeedOrigin): FeedRead {
  const authors = authorNames(root);
  const read = childrenNamed(root, "entry").map((entry) => atomEntry(entry, url, authors));
  return {
    kind: "atom",
    title: wordsIn(childrenNamed(root, "title")[0]),
    language: feedLanguage(root.language),
    items: read.filter((item) => item !== null),
    skipped: read
      .filter((item) => item === null)
      .map(() => ({why: "an entry without title, address and text"})),
  };
}

function atomEntry(
  entry: XmlNode,
  feedUrl: string,
  feedAuthors: readonly string[],
): FeedItem | null {
  const first = (...names: string[]) => childrenNamed(entry, ...names)[0];
  const stated = first("id");
  const id = stated === undefined ? null : textIn(stated);
  const url = pageLink(entry, feedUrl) ?? feedLink(id);
  const title = wordsIn(first("title"));
  const content = contentHtml(first("content"));
  const group = first("media:group");
  const told = first("summary") ?? (group && childrenNamed(group, "media:description")[0]);
  const summary = told === undefined ? summaryWords(content ?? "") : wordsIn(told, summaryWords);
  if (url === null && title === null && summary === null) return null;
  const date = (...names: string[]) =>
    childrenNamed(entry, ...names)
      .map((one) => feedDate(textIn(one)))
      .find((one) => one !== null) ?? null;
  const published = date("published", "issued", "dc:date", "created");
  const updated = date("updated", "modified");
  const source = first("source");
  const authors = [
    authorNames(entry),
    source === undefined ? [] : authorNames(source),
    feedAuthors,
  ];
  return {
    id: feedId(id, url, title, summary, published),
    url,
    title,
    summary,
    contentHtml: content,
    published,
    updated,
    author: feedAuthor(authors.find((names) => names.length > 0) ?? []),
    language: feedLanguage(first("content")?.language ?? entry.language),
  };
}

function authorNames(node: XmlNode): readonly string[] {
  const authors = childrenNamed(node, "author").slice(0, 10);
  const named = authors.flatMap((author) => childrenNamed(author, "name").slice(0, 1).map(textIn));
  return named.length > 0 ? named : childrenNamed(node, "dc:creator").slice(0, 10).map(textIn);
}

/** The page that an entry is about: an alternate link, one to HTML before others (RFC 4287, 4.2.7.2: no `rel` means alternate). */
function pageLink(entry: XmlNode, feedUrl: string): string | null {
  const links = childrenNamed(entry, "link").slice(0, 50);
  const alternates = links.filter(
    (link) => (attributeOf(link, "rel") ?? "alternate") === "alternate",
  );
  const html = alternates.filter((link) => /html/.test(attributeOf(link, "type") ?? "text/html"));
  for (const link of [...html, ...alternates]) {
    const found = feedLink(attributeOf(link, "href") ?? textIn(link), feedUrl, ...link.bases);
    if (found !== null) return found;
  }
  return null;
}

/** Words of a construct that is text, HTML or XHTML by its `type`; Atom 0.3 says the last two by media type and `mode`. */
function wordsIn(
  node: XmlNode | undefined,
  markup: typeof markupTitle = markupTitle,
): string | null {
  if (node === undefined) return null;
  const type = attributeOf(node, "type") ?? "text";
  if (/html/.test(type)) return markup(markupIn(node));
  if (attributeOf(node, "mode") === "escaped") return markup(markupIn(node));
  // Publishers forget to say that a title is HTML.
  return markup === markupTitle ? titleWords(textIn(node)) : summaryWords(markupIn(node));
}

function contentHtml(content: XmlNode | undefined): string | null {
  if (content === undefined || attributeOf(content, "src") !== null) return null;
  const type = attributeOf(content, "type") ?? "text";
  if (/^(?:image|audio|video|application)\//.test(type) && !/xhtml/.test(type)) return null;
  const markup = markupIn(content).trim();
  if (markup === "") return null;
  const isText = type === "text" || type === "text/plain";
  return isText && !/<[a-z!/]/i.test(markup) && attributeOf(content, "mode") !== "escaped"
    ? markup.replaceAll("<", "&lt;")
    : markup;
}
