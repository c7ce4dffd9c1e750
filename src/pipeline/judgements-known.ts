import type {Ledger} from "../store/index.ts";
import {type Answer, type JudgementRead, judgesSteps} from "../world/index.ts";
import type {PledgesKnown} from "./pledges-known.ts";

/**
 * All that people said by the day of an answer, and what became of it: of moves and sources, then of steps of pledges.
 * @param pledges of that day; asked for only where somebody judged a step, because settling them takes seconds.
 */
export async function judgementsKnown(
  {asOf, judgements}: Pick<Answer, "asOf" | "judgements">,
  ledger: Pick<Ledger, "judgements">,
  pledges: () => Promise<PledgesKnown>,
): Promise<readonly JudgementRead[]> {
  const all = await ledger.judgements(asOf);
  if (all.every((one) => !judgesSteps(one))) return judgements;
  return [...judgements, ...(await pledges()).judgements];
}
