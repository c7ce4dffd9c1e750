import type {Stated} from "./kept.ts";

const longestWords = 300;
const mostScripts = 20;
const longestScript = 200_000;

/** Metadata in `<meta>` by what they tell, most trusted name first (Open Graph, schema.org, Dublin Core, Parsely, and common ones). */
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

/** What a page says of itself, in `<meta>`, JSON-LD (schema.org), microdata and `<time>`. All of it is text from outside. */
export function pageMetadata(document: Document): Stated {
  const meta = metaOf(document);
  const linked = linkedArticle(document);
  const first = (names: readonly string[]) =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? null;
  const author = linked.author ?? first(metaNames.author);
  return {
    title: linked.title ?? first(metaNames.title),
    author: author === null || /^https?:\/\/|@/.test(author) ? null : author.replace(/^by\s+/i, ""),
    outlet: first(metaNames.outlet) ?? linked.outlet,
    language: document.documentElement?.getAttribute("lang") ?? meta.get("og:locale") ?? null,
    published: [
      {from: "JSON-LD", words: linked.published ?? ""},
      ...metaNames.published.map((name) => ({from: `meta ${name}`, words: meta.get(name) ?? ""})),
      {from: "microdata", words: microdataDate(document)},
      {from: "<time>", words: timeElement(document)},
    ].filter(({words}) => words !== ""),
  };
}

function metaOf(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const name = ["property", "name", "itemprop"]
      .map((attribute) => element.getAttribute(attribute))
      .find((value) => value !== null);
    const content = words(element.getAttribute("content"));
    const key = name?.trim().toLowerCase();
    if (key !== undefined && content !== null && !found.has(key)) found.set(key, content);
  }
  return found;
}

function microdataDate(document: Document): string {
  const element = document.querySelector("[itemprop~='datePublished']");
  return (
    words(element?.getAttribute("datetime")) ??
    words(element?.getAttribute("content")) ??
    words(element?.textContent) ??
    ""
  );
}

/** The page's `<time>`: marked as publication, else the only one there is (a page of many teasers has many). */
function timeElement(document: Document): string {
  const all = [...document.querySelectorAll("time[datetime]")];
  const marked = all.find(
    (one) => one.hasAttribute("pubdate") || /publish|posted|entry-date/i.test(one.className),
  );
  const inArticle = all.filter((one) => one.closest("article, main, header") !== null);
  const only = all.length === 1 ? all[0] : inArticle.length === 1 ? inArticle[0] : undefined;
  return words((marked ?? only)?.getAttribute("datetime")) ?? "";
}

interface LinkedArticle {
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** The first schema.org article in the page's JSON-LD. */
function linkedArticle(document: Document): LinkedArticle {
  const scripts = document.querySelectorAll("script[type*='ld+json']");
  for (const script of [...scripts].slice(0, mostScripts)) {
    const source = script.textContent ?? "";
    if (source.length > longestScript) continue;
    for (const thing of thingsIn(parsed(source))) {
      if (!/(?:Article|Posting|Report)$/.test(named(Reflect.get(thing, "@type")) ?? "")) continue;
      return {
        title: words(Reflect.get(thing, "headline")) ?? words(Reflect.get(thing, "name")),
        author: named(Reflect.get(thing, "author")),
        outlet: named(Reflect.get(thing, "publisher")),
        published: words(Reflect.get(thing, "datePublished")),
      };
    }
  }
  return {title: null, author: null, outlet: null, published: null};
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ""));
  } catch {
    // A page's broken JSON-LD tells nothing; the other metadata still may.
    return null;
  }
}

/** The things at the top, in a list, or in a "@graph"; no deeper. */
function thingsIn(value: unknown): object[] {
  const top = (Array.isArray(value) ? value : [value]).filter(isObject);
  return top.flatMap((thing) => {
    const graph: unknown = Reflect.get(thing, "@graph");
    return Array.isArray(graph) ? [thing, ...graph.filter(isObject)] : [thing];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A name, whether given as words, as a thing with a name, or as a list of either (joined). */
function named(value: unknown): string | null {
  const list = (Array.isArray(value) ? value.slice(0, 5) : [value]).map((one) =>
    isObject(one) ? words(Reflect.get(one, "name")) : words(one),
  );
  const names = list.filter((one) => one !== null);
  return names.length === 0 ? null : names.join(", ");
}

function words(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const plain = value
    .slice(0, 4 * longestWords)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestWords);
  return plain === "" ? null : plain;
}
