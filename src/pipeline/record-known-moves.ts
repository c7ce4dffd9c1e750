import {
  judgeMoves,
  judgeReports,
  movesFromEvents,
  sameHappening,
  settleJudgements,
  weighParticipants,
} from "../ledger/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, Reference} from "../world/index.ts";

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
  const decisions = settleJudgements(await ledger.judgements(on));
  const {articles, events} = judgeReports(
    await ledger.articles(on),
    await ledger.events(on),
    decisions,
    reference,
  );
  const moves = judgeMoves(
    movesFromEvents(articles, events, reference, decisions),
    decisions,
    weighParticipants(reference),
  );
  return ledger.recordMoves(moves, sameHappening, on);
}
