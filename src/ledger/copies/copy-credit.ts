import type {Article} from "../../world/index.ts";

/** Whose text an article says that it prints ("(Reuters)", "ANTARA/…"), or `null`. */
export type CreditOf = (article: Article) => string | null;

/** The agency credit that reading found; articles kept before reading looked for it have none. */
export function copyCredit(article: Article): string | null {
  const credit: unknown = Reflect.get(article, "credit");
  const name: unknown = Reflect.get(Object(credit), "name");
  return typeof name === "string" && name !== "" ? name : null;
}
