import {statedWords} from "./stated-words.ts";

/** What schema.org data in a page say of its article. */
export interface LinkedArticle {
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

const mostScripts = 20;
/** Longer data describe a shop or a list, not an article; in characters. */
const longestScript = 200_000;

/** The first article in the page's JSON-LD (schema.org: Article, BlogPosting, Report and their kinds). */
export function linkedArticle(document: Document): LinkedArticle {
  const scripts = document.querySelectorAll("script[type*='ld+json']");
  for (const script of [...scripts].slice(0, mostScripts)) {
    const source = script.textContent ?? "";
    if (source.length > longestScript) continue;
    for (const thing of thingsIn(parsed(source))) {
      const type = namesIn(Reflect.get(thing, "@type")) ?? "";
      if (!/(?:Article|Posting|Report)(?:,|$)/.test(type)) continue;
      return {
        title:
          statedWords(Reflect.get(thing, "headline")) ?? statedWords(Reflect.get(thing, "name")),
        author: namesIn(Reflect.get(thing, "author")),
        outlet: namesIn(Reflect.get(thing, "publisher")),
        published: statedWords(Reflect.get(thing, "datePublished")),
      };
    }
  }
  return {title: null, author: null, outlet: null, published: null};
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ""));
  } catch {
    // A page's broken JSON-LD tells nothing; its other metadata still may.
    return null;
  }
}

/** The things at the top, in a list, or in a "@graph"; no deeper. */
function thingsIn(value: unknown): object[] {
  const top = (Array.isArray(value) ? value : [value]).filter(isThing);
  return top.flatMap((thing) => {
    const graph: unknown = Reflect.get(thing, "@graph");
    return Array.isArray(graph) ? [thing, ...graph.filter(isThing)] : [thing];
  });
}

function isThing(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Names, whether given as words, as a thing with a name, or as a list of either (at most five, joined). */
function namesIn(value: unknown): string | null {
  const names = (Array.isArray(value) ? value.slice(0, 5) : [value])
    .map((one) => statedWords(isThing(one) ? Reflect.get(one, "name") : one))
    .filter((one) => one !== null);
  return names.length === 0 ? null : names.join(", ");
}
