/** One item, the cluster that was made for it and the one in which it belongs. */
export interface Clustered {
  readonly said: string;
  readonly truth: string;
  /** Whether the item is scored; the others only stand in its clusters. */
  readonly scored: boolean;
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

function scoreOf(precision: number, recall: number): Score {
  return {precision, recall, f1: share(2 * precision * recall, precision + recall)};
}

/** How many items each scored item has in its made cluster, in its true one, and in both; it counts itself. */
function countsOf(items: readonly Clustered[]): {said: number; truth: number; both: number}[] {
  const tally = (key: (item: Clustered) => string) => {
    const counts = new Map<string, number>();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
    return (item: Clustered) => counts.get(key(item)) ?? 0;
  };
  const said = tally((item) => item.said);
  const truth = tally((item) => item.truth);
  const both = tally((item) => JSON.stringify([item.said, item.truth]));
  return items
    .filter(({scored}) => scored)
    .map((item) => ({said: said(item), truth: truth(item), both: both(item)}));
}

/**
 * B-cubed (Bagga & Baldwin 1998, "Algorithms for scoring coreference chains"): for each item, which share of its made
 * cluster belongs with it and which share of those that belong with it were found; the mean over items.
 */
export function bCubed(items: readonly Clustered[]): Score {
  const counts = countsOf(items);
  const mean = (of: (one: (typeof counts)[number]) => number) =>
    share(
      counts.reduce((sum, one) => sum + of(one), 0),
      counts.length,
    );
  return scoreOf(
    mean(({both, said}) => both / said),
    mean(({both, truth}) => both / truth),
  );
}

/**
 * Pairs said to be one against pairs that are one. Each scored item brings its pairs with all others, so that a pair of
 * two scored items weighs twice; where all are scored that is the plain pairwise score. Where no pair is said or none
 * exists, nothing is found.
 */
export function pairwise(items: readonly Clustered[]): Score {
  const counts = countsOf(items);
  const pairs = (of: (one: (typeof counts)[number]) => number) =>
    counts.reduce((sum, one) => sum + of(one) - 1, 0);
  const hit = pairs(({both}) => both);
  return scoreOf(
    share(
      hit,
      pairs(({said}) => said),
    ),
    share(
      hit,
      pairs(({truth}) => truth),
    ),
  );
}
