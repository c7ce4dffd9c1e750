import type {FlowOutcome, PartyId} from "../../api/index.ts";

/** What a state sells to, or buys from, a partner, before and after. */
export interface PartnerRow {
  readonly partner: PartyId;
  /** null where the matrix has no sectors. */
  readonly sector: string | null;
  readonly sold: readonly [number, number];
  readonly bought: readonly [number, number];
}

/** A state's trade by partner and sector, the largest first; its own market is not among it. */
export function partnerRows(flows: readonly FlowOutcome[], state: PartyId): PartnerRow[] {
  const rows = new Map<string, {-readonly [Key in keyof PartnerRow]: PartnerRow[Key]}>();
  for (const {exporter, importer, sector, before, after} of flows) {
    if (exporter === importer || (exporter !== state && importer !== state)) continue;
    if (before === 0 && after === 0) continue;
    const partner = exporter === state ? importer : exporter;
    const key = `${partner} ${sector ?? ""}`;
    const row = rows.get(key) ?? {partner, sector, sold: [0, 0], bought: [0, 0]};
    row[exporter === state ? "sold" : "bought"] = [before, after];
    rows.set(key, row);
  }
  const size = ({sold, bought}: PartnerRow) => sold[0] + bought[0];
  return [...rows.values()].sort((a, b) => size(b) - size(a));
}
