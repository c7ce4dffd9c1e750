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
    const found = reference.sectors
      .filter((entry) => entry.id !== "other")
      .map((entry) => ({id: entry.id, count: hits(part, [entry.id, ...entry.words])}))
      .filter(({count}) => count > 0)
      .sort((a, b) => b.count - a.count);
    if (found.length > 0) return found.map(({id}) => id);
  }
  return event?.sectors ?? [];
}

function hits(text: string, words: readonly string[]): number {
  const lower = text.toLowerCase().replaceAll("defense", "defence");
  const distinct = new Set(
    words.map((word) => word.toLowerCase().replaceAll("defense", "defence")),
  );
  let count = 0;
  for (const word of distinct) {
    const at = lower.indexOf(word);
    if (at < 0) continue;
    const before = lower[at - 1] ?? " ";
    if (!/[\p{L}\p{N}]/u.test(before)) count++;
  }
  return count;
}
