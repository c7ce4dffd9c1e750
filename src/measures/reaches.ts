import type {PartyId, Reach, StateCode} from "../world/index.ts";
import type {Partner} from "./partner.ts";

/** A party whose own code stands in a column of the rows. */
export function inColumn(party: PartyId, column: string): Reach {
  return {party, how: "column", by: `${column}: ${party}`};
}

/** A partner in a column: itself, or a bloc by its members, whose codes stand in the rows. */
export function partnerInColumn(
  partner: Partner,
  column: string,
  members: readonly StateCode[],
  when: string,
): Reach {
  if (partner.kind === "state") return inColumn(partner.id, column);
  const named =
    members.length <= 3 ? members.join(", ") : `${members.length} states named in the rows`;
  return {
    party: partner.id,
    how: "member-of",
    by: `${column}: ${named}, of ${partner.id} in ${when}`,
  };
}

/** A party that was searched for and not found. */
export function searchedFor(party: PartyId, column: string): Reach {
  return {party, how: "dataset", by: `${column}: searched for ${party}`};
}
