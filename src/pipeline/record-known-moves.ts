import {sameHappening} from "../ledger/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, Reference} from "../world/index.ts";
import {judgedMoves} from "./known-moves.ts";

/**
 * Keeps a version of each move from articles that the newest article or judgement made another one. Moves of datasets
 * have no versions: they follow from their rows, and which there are depends on the watch.
 * @returns how many versions were added.
 */
export async function recordKnownMoves(
  ledger: Ledger,
  reference: Reference,
  on: Day,
): Promise<number> {
  const held = {
    articles: await ledger.articles(on),
    events: await ledger.events(on),
    judgements: await ledger.judgements(on),
  };
  const {moves} = judgedMoves(held, [], reference);
  return ledger.recordMoves(moves, sameHappening, on);
}
