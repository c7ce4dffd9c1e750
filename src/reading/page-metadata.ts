import {dateLine} from "./date-line.ts";
import type {Stated, StatedDay} from "./kept.ts";
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
  ],
  /** Names that may also mean the day on which the page was made. */
  dated: ["dc.date", "dcterms.date", "date", "dcterms.created", "dc.date.created"],
  updated: [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
  ],
  sorts: ["article:section", "section", "category", "parsely-section"],
} as const;

/**
 * What a page says of itself, in `<meta>` and microdata, in JSON-LD, and in elements that hold a date and no more. All of it is
 * text from outside.
 */
export function pageMetadata(document: Document): Stated {
  const meta = metaOf(document);
  const linked = linkedArticle(document);
  const found = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? []);
  const days = (origin: StatedDay["origin"], words: readonly (string | null)[]) =>
    words.flatMap((one) => (one === null ? [] : [{words: one, origin}]));
  const lines = dateElements(document);
  return {
    title: linked.title ?? found(metaNames.title)[0] ?? null,
    author: statedAuthor(linked.author) ?? statedAuthor(found(metaNames.author)[0]),
    outlet: found(metaNames.outlet)[0] ?? linked.outlet,
    language: document.documentElement.getAttribute("lang") ?? meta.get("og:locale") ?? null,
    published: [
      ...days("metadata", [...found(metaNames.published), microdataDay(document, "datePublished")]),
      ...days("json-ld", [linked.published]),
      ...days("metadata", [...found(metaNames.dated), timeElement(document)]),
      ...days(
        "text",
        lines.map(({published}) => published),
      ),
    ],
    updated: [
      ...days("metadata", [...found(metaNames.updated), microdataDay(document, "dateModified")]),
      ...days("json-ld", [linked.updated]),
      ...days(
        "text",
        lines.map(({updated}) => updated),
      ),
    ],
    sorts: [...linked.sorts, ...found(metaNames.sorts)],
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

function microdataDay(document: Document, property: string): string | null {
  const element = document.querySelector(`[itemprop~='${property}']`);
  return (
    statedWords(element?.getAttribute("datetime")) ??
    statedWords(element?.getAttribute("content")) ??
    statedWords(element?.textContent)
  );
}

/** How many elements with a date's name are looked at; a list of teasers has more of them than an article. */
const mostDateElements = 60;
const dateTags = "span, div, p, time, small, li, td, font, i, em";
const dateName = /date|time|publish|posted|tanggal|tarikh/i;
const notTheArticle =
  "aside, footer, nav, [class*='related'], [class*='sidebar'], [class*='comment']";

const updateName = /updat|modif|edited/i;

/** Dates that stand in elements of their own, as the page shows them to its readers. */
function dateElements(document: Document) {
  return [...document.querySelectorAll(dateTags)]
    .filter((element) => dateName.test(`${element.getAttribute("class") ?? ""} ${element.id}`))
    .slice(0, mostDateElements)
    .filter((element) => element.closest(notTheArticle) === null)
    .flatMap((element) => {
      const words = statedWords(element.textContent);
      const line = words === null ? null : dateLine(words);
      if (line === null) return [];
      const update = line.updated === null && updateName.test(`${element.className} ${element.id}`);
      return [update ? {published: null, updated: line.published} : line];
    });
}

/** The page's `<time>`: one marked as publication, else the only one there is (a page of many teasers has many). */
function timeElement(document: Document): string | null {
  const all = [...document.querySelectorAll("time[datetime]")].filter(
    (one) => one.closest(notTheArticle) === null && !updateName.test(one.className),
  );
  const marked = all.find(
    (one) => one.hasAttribute("pubdate") || /publish|posted|entry-date/i.test(one.className),
  );
  const inArticle = all.filter((one) => one.closest("article, main, header") !== null);
  const [only, another] = inArticle.length > 0 ? inArticle : all;
  const chosen = marked ?? (another === undefined ? only : undefined);
  return statedWords(chosen?.getAttribute("datetime"));
}
