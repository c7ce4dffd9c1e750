import {type PledgesKnown, pledgesKeeper} from "../pipeline/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, Reference} from "../world/index.ts";
import {type AnswerOn, answerKey} from "./remember-answers.ts";
import {rememberLast} from "./remember-last.ts";

export type PledgesOn = (asOf: Day) => Promise<PledgesKnown>;

/** Commitments of the watch on the last few days asked for; after new entries only what they touch is settled again. */
export function rememberPledges(
  ledger: Ledger,
  reference: Reference,
  answerOn: AnswerOn,
): PledgesOn {
  const keeper = pledgesKeeper(ledger, reference);
  const pledgesOn = rememberLast(4, async (asOf: Day) => keeper(await answerOn(asOf)));
  return async (asOf) => pledgesOn(await answerKey(ledger, asOf), asOf);
}
