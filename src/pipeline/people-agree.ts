import {agreementOf, type FieldAgreement} from "../ledger/index.ts";
import {gatherPledges} from "../pledges/index.ts";
import {type Judgement, judgesSteps, type PledgeStep} from "../world/index.ts";
import {type MovesQuestion, movesKnown} from "./moves-known.ts";

/** How far people who judged the same things agreed, by what was known on a day. */
export async function peopleAgree(question: MovesQuestion): Promise<FieldAgreement[]> {
  const {ledger, asOf} = question;
  const judgements = await ledger.judgements(asOf);
  const steps = judgements.some(judgesSteps) ? await stepsOf(question, judgements) : [];
  return agreementOf(judgements, await ledger.events(asOf), steps);
}

/** Every step that can be judged, those that were set aside too: settled only where a judgement asks for it. */
async function stepsOf(
  question: MovesQuestion,
  judgements: readonly Judgement[],
): Promise<PledgeStep[]> {
  const {ledger, reference, asOf} = question;
  const {pledges, rejected} = gatherPledges(
    {
      commitments: await ledger.commitments(asOf),
      moves: (await movesKnown(question)).moves,
      judgements,
    },
    reference,
  );
  return [...pledges, ...rejected].flatMap(({steps, setAside}) => [...steps, ...setAside]);
}
