import {charsetOf, decodeBytes} from "../formats/decode-bytes.ts";
import type {FeedItem} from "../formats/feed.ts";

/** Below so many links to texts a page is a text itself. */
const fewestLinks = 5;
/** Links of one page that are followed, from its top: there the newest stand. */
const mostLinks = 60;
/** Headlines are longer than the words of a menu: in characters, and in those of a script without spaces. */
const shortestHeadline = 25;
const shortestHan = 8;
const han = /[\u3040-\u30ff\u3400-\u9fff]/;

/**
 * The texts that a page lists, from its top: links to the same site whose words are as long as a headline. Empty where
 * it lists none, and so is a text itself.
 */
export async function pageLinks(
  bytes: Uint8Array,
  {url, contentType}: {readonly url: string; readonly contentType: string | null},
): Promise<readonly FeedItem[]> {
  const stated = {header: charsetOf(contentType), declaration: () => null};
  const {text} = decodeBytes(bytes, stated, () => null);
  const page = new URL(url);
  const found = new Map<string, string>();
  for (const {href, words} of await anchors(text)) {
    if (found.size === mostLinks) break;
    if (!URL.canParse(href, page) || !isHeadline(words)) continue;
    const to = new URL(href, page);
    to.hash = "";
    if (siteOf(to) === siteOf(page) && !page.href.startsWith(to.href) && !found.has(to.href))
      found.set(to.href, words);
  }
  if (found.size < fewestLinks) return [];
  return [...found].map(([address, title]) => ({
    id: address,
    url: address,
    title,
    summary: null,
    contentHtml: null,
    published: null,
    updated: null,
    author: null,
    language: null,
  }));
}

function isHeadline(words: string): boolean {
  return words.length >= (han.test(words) ? shortestHan : shortestHeadline) && words.length <= 400;
}

/** The host of a web address without "www."; of any other kind of link nothing that a page's could equal. */
function siteOf({protocol, host}: URL): string {
  return /^https?:$/.test(protocol) ? host.replace(/^www\./, "") : protocol;
}

async function anchors(html: string): Promise<readonly {href: string; words: string}[]> {
  const {Parser} = await import("htmlparser2");
  const all: {href: string; words: string}[] = [];
  let open: {href: string; words: string} | null = null;
  const parser = new Parser({
    onopentag: (name, {href}) => {
      if (name === "a" && href !== undefined) open = {href, words: ""};
    },
    ontext: (text) => {
      if (open !== null && open.words.length < 1000) open.words += text;
    },
    onclosetag: (name) => {
      if (name !== "a" || open === null) return;
      all.push({href: open.href, words: open.words.replace(/\s+/g, " ").trim()});
      open = null;
    },
  });
  parser.end(html);
  return all;
}
