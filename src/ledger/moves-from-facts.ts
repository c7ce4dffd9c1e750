import type {FactBook, Move, Reference, Watch} from "../world/index.ts";
import {sentence} from "../world/index.ts";
import {circleOf} from "./circle.ts";
import {movesFromAgreements} from "./moves-from-agreements.ts";
import {movesFromArms} from "./moves-from-arms.ts";
import {movesFromEventRows} from "./moves-from-event-rows.ts";
import {movesFromMemberships} from "./moves-from-memberships.ts";
import {movesFromSanctions} from "./moves-from-sanctions.ts";
import {movesFromVotes} from "./moves-from-votes.ts";
import {newestFirst} from "./newest-first.ts";

/**
 * What datasets know of moves between watched states and powers: votes on Ukraine, agreements, arms orders, sanctions,
 * memberships, machine-coded event rows. A change of leader is no move between two states and is left to the measures.
 */
export function movesFromFacts(book: FactBook, watch: Watch, reference: Reference): Move[] {
  const circle = circleOf(watch, reference, book.asOf);
  return [
    ...movesFromVotes(book, circle),
    ...movesFromAgreements(book, circle),
    ...movesFromArms(book, circle),
    ...movesFromSanctions(book, circle),
    ...movesFromMemberships(reference, circle, book.asOf),
    ...movesFromEventRows(book, reference, circle),
  ]
    .map(asSentences)
    .sort(newestFirst);
}

function asSentences(move: Move): Move {
  return {
    ...move,
    summary: sentence(move.summary),
    evidence: move.evidence.map((one) => ({...one, quote: sentence(one.quote)})),
  };
}
