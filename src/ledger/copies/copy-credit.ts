import {type Article, isGap} from "../../world/index.ts";

/**
 * Whose text an article says that it prints ("(Reuters)", "ANTARA/…"), or `null`: the agency credit that reading found.
 * Articles kept before reading looked for it have none.
 */
export function copyCredit(article: Article): string | null {
  return isGap(article.credit) ? null : article.credit.name;
}
