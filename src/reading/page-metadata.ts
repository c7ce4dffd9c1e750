import type {Stated} from "./kept.ts";
import {linkedArticle} from "./linked-article.ts";
import {statedAuthor, statedWords} from "./stated-words.ts";

/** Names in `<meta>` by what they tell, most trusted first (Open Graph, schema.org, Parsely, Dublin Core, and common ones). */
const metaNames = {
  title: ["og:title", "twitter:title", "headline", "dc.title", "dcterms.title"],
  author: ["author", "article:author", "parsely-author", "byl", "dc.creator", "dcterms.creator"],
  outlet: ["og:site_name", "application-name", "publisher", "dc.publisher"],
  published: [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
  ],
} as const;

/** What a page says of itself, in JSON-LD, `<meta>`, microdata and `<time>`, in that order. All of it is text from outside. */
export function pageMetadata(document: Document): Stated {
  const meta = metaOf(document);
  const linked = linkedArticle(document);
  const found = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? []);
  const dates = [
    linked.published,
    ...found(metaNames.published),
    microdataDate(document),
    timeElement(document),
  ];
  return {
    title: linked.title ?? found(metaNames.title)[0] ?? null,
    author: statedAuthor(linked.author) ?? statedAuthor(found(metaNames.author)[0]),
    outlet: found(metaNames.outlet)[0] ?? linked.outlet,
    language: document.documentElement.getAttribute("lang") ?? meta.get("og:locale") ?? null,
    published: dates.filter((words) => words !== null),
  };
}

function metaOf(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const name = ["property", "name", "itemprop"]
      .map((attribute) => element.getAttribute(attribute))
      .find((value) => value !== null);
    const content = statedWords(element.getAttribute("content"));
    const key = name?.trim().toLowerCase();
    if (key !== undefined && content !== null && !found.has(key)) found.set(key, content);
  }
  return found;
}

function microdataDate(document: Document): string | null {
  const element = document.querySelector("[itemprop~='datePublished']");
  return (
    statedWords(element?.getAttribute("datetime")) ??
    statedWords(element?.getAttribute("content")) ??
    statedWords(element?.textContent)
  );
}

/** The page's `<time>`: one marked as publication, else the only one there is (a page of many teasers has many). */
function timeElement(document: Document): string | null {
  const all = [...document.querySelectorAll("time[datetime]")];
  const marked = all.find(
    (one) => one.hasAttribute("pubdate") || /publish|posted|entry-date/i.test(one.className),
  );
  const inArticle = all.filter((one) => one.closest("article, main, header") !== null);
  const [only, another] = inArticle.length > 0 ? inArticle : all;
  const chosen = marked ?? (another === undefined ? only : undefined);
  return statedWords(chosen?.getAttribute("datetime"));
}
