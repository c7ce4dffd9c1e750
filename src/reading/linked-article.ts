import {statedWords} from "./stated-words.ts";

/** What schema.org data in a page say of its article. */
export interface LinkedArticle {
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  /** Its schema.org types and its section. */
  readonly sorts: readonly string[];
}

const nothing: LinkedArticle = {
  title: null,
  author: null,
  outlet: null,
  published: null,
  updated: null,
  sorts: [],
};

const mostScripts = 20;
/** Longer data describe a shop or a list, not an article; in characters. */
const longestScript = 200_000;

/** The first article in the page's JSON-LD (schema.org: Article, BlogPosting, Report and their kinds). */
export function linkedArticle(document: Document): LinkedArticle {
  const scripts = document.querySelectorAll("script[type*='ld+json']");
  for (const script of [...scripts].slice(0, mostScripts)) {
    const source = script.textContent ?? "";
    if (source.length > longestScript) continue;
    const things = thingsIn(parsed(source));
    for (const thing of things) {
      const types = namesIn(Reflect.get(thing, "@type")) ?? "";
      if (!/(?:Article|Posting|Report|PressRelease)(?:,|$)/.test(types)) continue;
      const say = (name: string) => statedWords(Reflect.get(thing, name));
      const section = namesIn(Reflect.get(thing, "articleSection"));
      return {
        title: say("headline") ?? say("name"),
        author: namesIn(Reflect.get(thing, "author"), things),
        outlet: namesIn(Reflect.get(thing, "publisher"), things),
        published: say("datePublished"),
        updated: say("dateModified"),
        sorts: [types, section].filter((sort) => sort !== null),
      };
    }
  }
  return nothing;
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

/**
 * Names, whether given as words, as a thing with a name, as a list of either (at most five, joined), or as the "@id" of a
 * thing that stands elsewhere in the data.
 */
function namesIn(value: unknown, things: readonly object[] = []): string | null {
  const names = (Array.isArray(value) ? value.slice(0, 5) : [value])
    .map((one) => (isThing(one) ? nameOf(one, things) : statedWords(one)))
    .filter((one) => one !== null);
  return names.length === 0 ? null : names.join(", ");
}

function nameOf(thing: object, things: readonly object[]): string | null {
  const id: unknown = Reflect.get(thing, "@id");
  const elsewhere = things.find(
    (one) => id !== undefined && one !== thing && Reflect.get(one, "@id") === id,
  );
  return (
    statedWords(Reflect.get(thing, "name")) ??
    statedWords(elsewhere === undefined ? null : Reflect.get(elsewhere, "name"))
  );
}
