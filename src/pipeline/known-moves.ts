import {
  type Decisions,
  gradeItems,
  judgeMoves,
  judgeReports,
  movesFromEvents,
  movesFromFacts,
  type ReliabilityOf,
  readJudgements,
  settleJudgements,
  weighParticipants,
} from "../ledger/index.ts";
import type {
  Article,
  CodedEvent,
  FactBook,
  Judgement,
  JudgementRead,
  Move,
  Reference,
  Watch,
} from "../world/index.ts";
import {judgesSteps} from "../world/index.ts";

/** What the ledger held on a day, before anybody's judgement is applied, and what the catalogue of sources says. */
export interface Held {
  readonly book: FactBook;
  readonly articles: readonly Article[];
  readonly events: readonly CodedEvent[];
  readonly judgements: readonly Judgement[];
  readonly reliabilityOf?: ReliabilityOf;
}

/**
 * The same, as people have judged it; each article is graded beside what the others tell. What people say of steps of
 * pledges stands with the pledges.
 */
export interface Judged {
  readonly decisions: Decisions;
  readonly articles: readonly Article[];
  readonly events: readonly CodedEvent[];
  readonly moves: readonly Move[];
  readonly judgements: readonly JudgementRead[];
}

/** Facts and reports of a day as moves, newest first, with people's judgements of that day applied. */
export function knownMoves(held: Held, watch: Watch, reference: Reference): Judged {
  const fromFacts = movesFromFacts(held.book, watch, reference);
  const judged = judgedMoves(held, fromFacts, reference);
  return {
    ...judged,
    judgements: readJudgements(
      held.judgements.filter((one) => !judgesSteps(one)),
      judged.decisions,
      {...held, moves: fromFacts},
    ),
  };
}

/** The same from reports and the moves of facts, if any; what became of each judgement is not asked. */
export function judgedMoves(
  held: Omit<Held, "book">,
  fromFacts: readonly Move[],
  reference: Reference,
): Omit<Judged, "judgements"> {
  const {reliabilityOf} = held;
  const decisions = settleJudgements(held.judgements);
  const {articles, events} = judgeReports(
    held.articles,
    held.events,
    decisions,
    reference,
    reliabilityOf,
  );
  const fromArticles = movesFromEvents(articles, events, reference, decisions, reliabilityOf);
  const moves = judgeMoves(
    [...fromFacts, ...fromArticles],
    decisions,
    weighParticipants(reference),
  );
  return {decisions, articles: gradeItems(articles, events, moves), events, moves};
}
