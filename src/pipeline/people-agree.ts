import {agreementOf, type FieldAgreement} from "../ledger/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day} from "../world/index.ts";

/** How far people who judged the same things agreed, by what was known on a day. */
export async function peopleAgree(ledger: Ledger, asOf: Day): Promise<FieldAgreement[]> {
  return agreementOf(await ledger.judgements(asOf), await ledger.events(asOf));
}
