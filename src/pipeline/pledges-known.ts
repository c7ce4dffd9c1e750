import {effectsOf, settleJudgements} from "../ledger/index.ts";
import {type PledgeRates, pledgeRates} from "../measures/index.ts";
import {type Gathered, listPledges, type PledgeList, pledgeSettler} from "../pledges/index.ts";
import type {Ledger} from "../store/index.ts";
import type {
  Answer,
  Commitments,
  Day,
  Judgement,
  JudgementRead,
  PledgeRule,
  Reference,
} from "../world/index.ts";
import {judgesSteps, stepsJudged} from "../world/index.ts";
import type {Question} from "./answer-watch.ts";
import {movesKnown} from "./moves-known.ts";

/** What became of commitments: those of a watch one by one, its tracks, and rates over all that the data hold. */
export interface PledgesKnown extends PledgeList {
  readonly asOf: Day;
  /** Commitments of all states that were settled for it. */
  readonly settled: number;
  readonly rates: PledgeRates;
  /** How each kind goes from word to deed. */
  readonly rules: readonly PledgeRule[];
  /** People's judgements of steps, and what became of each. */
  readonly judgements: readonly JudgementRead[];
}

/** What is known of commitments on the day of an answer. */
export type PledgesOf = (
  answer: Pick<Answer, "asOf" | "watch" | "ledgerMoves">,
) => Promise<PledgesKnown>;

/** The same without the rest of an answer: what the ledger knows of moves is enough. */
export async function pledgesOf(
  question: Omit<Question, "version">,
  pledgesKnown: PledgesOf = pledgesKeeper(question.ledger, question.reference),
): Promise<PledgesKnown> {
  const {watch, asOf} = question;
  const {moves} = await movesKnown(question);
  return pledgesKnown({asOf, watch, ledgerMoves: moves});
}

/**
 * Settles every commitment known on the day of an answer, and takes from it what the answer's watch sees. Asked again
 * after new entries, it settles only what they touch, and reads the datasets again only where an import or a retraction
 * came between, or another day is asked for.
 */
export function pledgesKeeper(
  ledger: Pick<Ledger, "commitments" | "judgements" | "imports" | "retractions">,
  reference: Reference,
): PledgesOf {
  const settle = pledgeSettler(reference);
  const commitmentsOn = readOnce(ledger);
  const ratesOf = ratesKept(reference);
  return async ({asOf, watch, ledgerMoves}) => {
    const judgements = await ledger.judgements(asOf);
    const commitments = await commitmentsOn(asOf);
    const gathered = settle({commitments, moves: ledgerMoves, judgements});
    return {
      asOf,
      settled: gathered.pledges.length,
      ...listPledges(gathered, ledgerMoves, watch, reference),
      rates: ratesOf(gathered, watch),
      rules: [...reference.pledgeBook().rules.values()],
      judgements: judgementsOfSteps(judgements, gathered),
    };
  };
}

/** The commitments of a day, read again where something was imported or taken back since. */
function readOnce(
  ledger: Pick<Ledger, "commitments" | "imports" | "retractions">,
): (asOf: Day) => Promise<Commitments> {
  let last: {key: string; commitments: Commitments} | null = null;
  return async (asOf) => {
    const came = [...(await ledger.imports(asOf)), ...(await ledger.retractions(asOf))];
    const key = JSON.stringify([asOf, came.map(({id}) => id)]);
    if (last?.key !== key) last = {key, commitments: await ledger.commitments(asOf)};
    return last.commitments;
  };
}

/** The rates of a watch, worked out anew where one of the pledges that they are made of is another. */
function ratesKept(reference: Reference) {
  let last: {pledges: Gathered["pledges"]; watch: Answer["watch"]; rates: PledgeRates} | null =
    null;
  return ({pledges}: Gathered, watch: Answer["watch"]): PledgeRates => {
    const measured = pledges.filter(({kind}) => kind === "arms-order" || kind === "agreement");
    const same =
      last !== null &&
      last.watch === watch &&
      last.pledges.length === measured.length &&
      measured.every((one, at) => one === last?.pledges[at]);
    if (last === null || !same)
      last = {pledges: measured, watch, rates: pledgeRates(measured, watch, reference)};
    return last.rates;
  };
}

/** What became of people's judgements of steps, among the pledges of all states. */
function judgementsOfSteps(
  judgements: readonly Judgement[],
  {pledges, rejected}: Gathered,
): JudgementRead[] {
  const ofSteps = judgements.filter(judgesSteps);
  if (ofSteps.length === 0) return [];
  const known = new Set(
    [...pledges, ...rejected].flatMap(({steps, setAside}) =>
      [...steps, ...setAside].map(({id}) => id),
    ),
  );
  return effectsOf(ofSteps, settleJudgements(judgements), (one) =>
    stepsJudged(one).some((id) => known.has(id)),
  );
}
