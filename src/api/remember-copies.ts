import {type CopiesKnown, copiesKnown} from "../pipeline/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, Reference} from "../world/index.ts";
import {answerKey} from "./remember-answers.ts";
import {rememberLast} from "./remember-last.ts";

export type CopiesOn = (asOf: Day) => Promise<CopiesKnown>;

/** Who copies whom on the last few days asked for: comparing ten thousand articles takes some seconds. */
export function rememberCopies(ledger: Ledger, reference: Reference): CopiesOn {
  const copiesOn = rememberLast(4, (asOf: Day) => copiesKnown(ledger, reference, asOf));
  return async (asOf) => copiesOn(await answerKey(ledger, asOf), asOf);
}
