import {findSectors} from "../coding/index.ts";
import type {CodedEvent, Reference, Sector} from "../world/index.ts";

/**
 * The sectors that a claim speaks of, most words first. What stands above it (row or list head) decides where it
 * names any; else the claim's own words, else the coded event.
 */
export function claimSectors(
  text: string,
  above: string,
  event: CodedEvent | null,
  reference: Reference,
): readonly Sector[] {
  for (const part of [above, text]) {
    const found = findSectors(part, reference).filter(({sector}) => sector !== "other");
    if (found.length > 0) return found.map(({sector}) => sector);
  }
  return event?.sectors ?? [];
}
