import {copiesAmong} from "../ledger/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day} from "../world/index.ts";
import {countCopies} from "./count-copies.ts";

/** For each collected source, by its id, the share of its articles that are made from another's, 0..1. */
export async function copyShares(
  ledger: Pick<Ledger, "articles" | "captures">,
  asOf: Day,
): Promise<ReadonlyMap<string, number>> {
  const captures = await ledger.captures(asOf);
  if (captures.every(({collected}) => collected === undefined)) return new Map();
  const articles = await ledger.articles(asOf);
  const counts = countCopies(captures, articles, copiesAmong(articles));
  return new Map([...counts].map(([source, known]) => [source, known.copies / known.articles]));
}
