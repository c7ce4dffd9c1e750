import type {MoveRow, PartyId} from "../world/index.ts";

/** Rows without a move, told by partner: "Russia (energy, trade); China (defence)". */
export function tellEmptyRows(rows: readonly MoveRow[], name: (party: PartyId) => string): string {
  const byPartner = new Map<PartyId, string[]>();
  for (const {partner, sector} of rows)
    byPartner.set(partner, [...(byPartner.get(partner) ?? []), sector]);
  return [...byPartner]
    .map(([partner, sectors]) => `${name(partner)} (${sectors.join(", ")})`)
    .join("; ");
}
