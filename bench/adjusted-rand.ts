import type {Clustered} from "./cluster-scores.ts";

const pairsOf = (count: number) => (count * (count - 1)) / 2;

/**
 * Adjusted Rand index (Hubert & Arabie 1985, "Comparing partitions", equation 5) between the clusters that were made and
 * the true ones, over the scored items: 1 where they are the same, 0 where they agree as much as chance would have it.
 */
export function adjustedRand(items: readonly Clustered[]): number {
  const scored = items.filter((item) => item.scored);
  const pairsBy = (key: (item: Clustered) => string) => {
    const counts = new Map<string, number>();
    for (const item of scored) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + pairsOf(count), 0);
  };
  const both = pairsBy((item) => JSON.stringify([item.said, item.truth]));
  const said = pairsBy((item) => item.said);
  const truth = pairsBy((item) => item.truth);
  const byChance = (said * truth) / pairsOf(scored.length);
  const most = (said + truth) / 2;
  return most === byChance ? 1 : (both - byChance) / (most - byChance);
}
