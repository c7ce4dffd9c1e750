import {type Article, isGap, type Reference} from "../world/index.ts";
import {sourceNames} from "./article-source.ts";
import {readOwners} from "./owner-of.ts";
import {plainName} from "./settle-judgements.ts";
import {type TextOf, textsAmong} from "./texts-among.ts";

/**
 * Whether one of some articles can bear witness for another of them. It cannot where it is the article, a copy of it or of
 * the same text, of the same source or owner, of an outlet that the article names as its source, or where it passes on
 * what others reported. Copies are looked for when first asked: most articles are never held against another.
 */
export function witnessesAmong(
  articles: readonly Article[],
  reference: Reference,
): (article: Article) => (articleId: string) => boolean {
  const ownerOf = readOwners(reference);
  const byId = new Map(articles.map((one) => [one.id, one]));
  let known: TextOf | null = null;
  const textOf: TextOf = (id) => {
    // A specimen is compared too: it may be audited, though it never counts.
    known ??= textsAmong(articles.map((one) => ({...one, specimen: false})));
    return known(id);
  };
  return (article) => {
    const owner = ownerOf(article);
    const near = new Set([...sourceNames(article), ...namesLentBy(article)].map(plainName));
    return (articleId) => {
      const other = byId.get(articleId);
      if (other === undefined || other.specimen || articleId === article.id) return false;
      if (other.captureSha256 === article.captureSha256) return false;
      if (other.flags.some(({kind}) => kind === "secondary")) return false;
      if (sourceNames(other).some((name) => near.has(plainName(name)))) return false;
      if (owner !== null && ownerOf(other) === owner) return false;
      return textOf(article.id) !== textOf(articleId);
    };
  };
}

/** Outlets whose words the article passes on: cited, or credited with the text. */
function namesLentBy({cites, credit}: Article): string[] {
  return [...cites.map(({name}) => name), ...(isGap(credit) ? [] : [credit.name])];
}
