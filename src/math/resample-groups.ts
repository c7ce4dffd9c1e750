import {standardDraws} from "./standard-draws.ts";

/**
 * Bootstrap by group (Efron & Tibshirani 1993, chapter 8): draws whole groups with replacement and returns, for each
 * draw, the share of each category among the counts drawn. `groups[g][c]` counts category c in group g. The same
 * seed gives the same draws.
 */
export function resampleGroups(
  groups: readonly (readonly number[])[],
  draws: number,
  seed: number,
): readonly Float64Array[] {
  const categories = groups[0]?.length ?? 0;
  const flat = Float64Array.from(groups.flat());
  const random = standardDraws(seed);
  const shares = Array.from({length: categories}, () => new Float64Array(draws));
  const sums = new Float64Array(categories);
  for (let draw = 0; draw < draws; draw++) {
    sums.fill(0);
    for (let g = 0; g < groups.length; g++) {
      const group = Math.floor(random.uniform() * groups.length) * categories;
      for (let c = 0; c < categories; c++)
        sums[c] = (sums[c] as number) + (flat[group + c] as number);
    }
    const total = sums.reduce((sum, count) => sum + count, 0);
    for (let c = 0; c < categories; c++)
      (shares[c] as Float64Array)[draw] = total === 0 ? 0 : (sums[c] as number) / total;
  }
  return shares;
}
