import {type Article, articleDay, hostOf, type Outlet, type Reference} from "../world/index.ts";
import {sourceNames} from "./article-source.ts";
import {plainName} from "./settle-judgements.ts";

export type OwnerOf = (article: Article) => string | null;

/**
 * Who stands behind an article: the owner of its outlet on the day of the article, by the outlet's name or the host it
 * came from, as far as the reference tables know. `null` where they do not.
 */
export function readOwners(reference: Reference): OwnerOf {
  const byName = new Map<string, Outlet[]>();
  for (const outlet of reference.outlets)
    for (const name of [outlet.name, ...outlet.aliases, ...outlet.hosts]) {
      const key = plainName(name);
      byName.set(key, [...(byName.get(key) ?? []), outlet]);
    }
  return (article) => {
    const on = articleDay(article);
    const host = hostOf(article.origin);
    // "amp.example.com" is a part of "example.com".
    const within = host?.split(".").slice(-2).join(".");
    for (const name of [...sourceNames(article), ...(within === undefined ? [] : [within])]) {
      const owner = (byName.get(plainName(name)) ?? []).find(
        ({from, to}) => (from === null || from <= on) && (to === null || to > on),
      )?.owner;
      if (owner !== undefined) return owner;
    }
    return null;
  };
}
