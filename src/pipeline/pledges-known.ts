import {type PledgeRates, pledgeRates} from "../measures/index.ts";
import {gatherPledges, listPledges, type PledgeList} from "../pledges/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Answer, Day, Reference} from "../world/index.ts";
import type {Question} from "./answer-watch.ts";
import {collectedReliability} from "./collected-reliability.ts";
import {knownMoves} from "./known-moves.ts";

/** What became of commitments: those of a watch one by one, its tracks, and rates over all that the data hold. */
export interface PledgesKnown extends PledgeList {
  readonly asOf: Day;
  /** Commitments of all states that were settled for it. */
  readonly settled: number;
  readonly rates: PledgeRates;
}

/** The same without the rest of an answer: what the ledger knows of moves is enough. */
export async function pledgesOf(question: Omit<Question, "version">): Promise<PledgesKnown> {
  const {ledger, reference, watch, asOf} = question;
  const {moves} = knownMoves(
    {
      book: await ledger.readFacts(watch, reference, asOf),
      articles: await ledger.articles(asOf),
      events: await ledger.events(asOf),
      judgements: await ledger.judgements(asOf),
      reliabilityOf: collectedReliability(await ledger.captures(asOf)),
    },
    watch,
    reference,
  );
  return pledgesKnown({asOf, watch, ledgerMoves: moves}, ledger, reference);
}

/** Settles every commitment known on the day of an answer, and takes from it what the answer's watch sees. */
export async function pledgesKnown(
  {asOf, watch, ledgerMoves}: Pick<Answer, "asOf" | "watch" | "ledgerMoves">,
  ledger: Pick<Ledger, "commitments">,
  reference: Reference,
): Promise<PledgesKnown> {
  const pledges = gatherPledges(await ledger.commitments(asOf), ledgerMoves, reference);
  return {
    asOf,
    settled: pledges.length,
    ...listPledges(pledges, ledgerMoves, watch, reference),
    rates: pledgeRates(pledges, watch, reference),
  };
}
