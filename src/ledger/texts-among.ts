import type {Article} from "../world/index.ts";
import {copiesAmong} from "./copies/copies-among.ts";

/** The text of which an article is a version, by the id of its earliest; its own where nobody copied. */
export type TextOf = (articleId: string) => string;

/** Whose text each of some articles prints. */
export function textsAmong(articles: readonly Article[]): TextOf {
  const texts = new Map(
    copiesAmong(articles).clusters.flatMap(({earliest, articles: copies}) =>
      copies.map((id) => [id, earliest] as const),
    ),
  );
  return (id) => texts.get(id) ?? id;
}
