import type {PartyId, Reach, Reference} from "../world/index.ts";
import {findMentions} from "./find-mentions.ts";
import {groupMentions} from "./group-mentions.ts";

/**
 * Parties that a heading names and a passage under it does not. A list in the heading that already holds one of the
 * passage's own gives no more: under "Indonesia and Malaysia look to Russia" the row of Malaysia reaches Russia.
 */
export function headingReaches(
  heading: string,
  own: readonly PartyId[],
  reference: Reference,
): Reach[] {
  const seen = new Set<PartyId>(own);
  const reaches: Reach[] = [];
  for (const {parties} of groupMentions(heading, findMentions(heading, reference))) {
    if (parties.some((party) => own.includes(party))) continue;
    for (const party of parties) {
      if (seen.has(party)) continue;
      seen.add(party);
      reaches.push({party, how: "heading", by: `heading: ${heading}`});
    }
  }
  return reaches;
}
