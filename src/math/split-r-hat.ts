/**
 * Whether chains tell of one distribution: the potential scale reduction of their halves (Gelman, Carlin, Stern, Dunson,
 * Vehtari & Rubin 2013, Bayesian Data Analysis 3, section 11.4). 1 where they do; above some 1.05 they had not yet met.
 * Each chain is as long as the others. NaN where nothing moves.
 */
export function splitRHat(chains: readonly ArrayLike<number>[]): number {
  const half = Math.floor((chains[0]?.length ?? 0) / 2);
  const means: number[] = [];
  let within = 0;
  for (const chain of chains)
    for (const from of [0, chain.length - half]) {
      let mean = 0;
      for (let t = from; t < from + half; t++) mean += (chain[t] as number) / half;
      let spread = 0;
      for (let t = from; t < from + half; t++) spread += ((chain[t] as number) - mean) ** 2;
      means.push(mean);
      within += spread / (half - 1) / (2 * chains.length);
    }
  const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const between = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / (means.length - 1);
  return Math.sqrt((half - 1) / half + between / within);
}
