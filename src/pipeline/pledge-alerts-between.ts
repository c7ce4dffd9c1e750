import {type PledgeAlert, pledgeAlerts} from "../pledges/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day} from "../world/index.ts";
import type {PledgesKnown} from "./pledges-known.ts";

/** What became known of the pledges of a watch after one day and up to another. */
export async function pledgeAlertsBetween(
  ledger: Pick<Ledger, "imports" | "retractions" | "judgements">,
  before: PledgesKnown,
  after: PledgesKnown,
): Promise<PledgeAlert[]> {
  const [since, until] = [before.asOf, after.asOf];
  return pledgeAlerts({
    since,
    until,
    changedOn: (await lastChange(ledger, since, until)) ?? until,
    before: before.pledges,
    after: after.pledges,
  });
}

/** The last day on which the ledger took something that can change what was known; null where it took nothing. */
async function lastChange(
  ledger: Pick<Ledger, "imports" | "retractions" | "judgements">,
  since: Day,
  until: Day,
): Promise<Day | null> {
  const kept = [
    ...(await ledger.imports(until)),
    ...(await ledger.retractions(until)),
    ...(await ledger.judgements(until)),
  ];
  const days = kept.map(({recordedOn}) => recordedOn).filter((day) => day > since);
  return days.sort().at(-1) ?? null;
}
