import type {CodedEvent, Reference, Sector} from "../world/index.ts";

/**
 * The sector that a claim speaks of: the one with most of its words in the claim, else in what stands above it (row
 * or list head). `null` when no word decides or two tie, for then no figure may be held against it.
 */
export function claimSector(
  text: string,
  above: string,
  event: CodedEvent | null,
  reference: Reference,
): Sector | null {
  for (const part of [above, text]) {
    const counts = reference.sectors
      .filter((entry) => entry.id !== "other")
      .map((entry) => ({id: entry.id, hits: hits(part, [entry.id, ...entry.words])}))
      .sort((a, b) => b.hits - a.hits);
    const [first, second] = counts;
    if (first !== undefined && first.hits > (second?.hits ?? 0)) return first.id;
  }
  return event?.sectors.length === 1 ? (event.sectors[0] ?? null) : null;
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
