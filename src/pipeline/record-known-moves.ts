import {sameHappening} from "../ledger/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Article, Day, Reference} from "../world/index.ts";
import {collectedReliability} from "./collected-reliability.ts";
import {judgedMoves} from "./known-moves.ts";

/**
 * Keeps a version of each move from articles that the newest article or judgement made another one. Moves of datasets
 * have no versions: they follow from their rows, and which there are depends on the watch.
 * @returns the articles that were known, each graded beside the others.
 */
export async function recordKnownMoves(
  ledger: Ledger,
  reference: Reference,
  on: Day,
): Promise<readonly Article[]> {
  const held = {
    articles: await ledger.articles(on),
    events: await ledger.events(on),
    judgements: await ledger.judgements(on),
    reliabilityOf: collectedReliability(await ledger.captures(on)),
  };
  const {moves, articles} = judgedMoves(held, [], reference);
  await ledger.recordMoves(moves, sameHappening, on);
  return articles;
}
