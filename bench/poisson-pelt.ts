/**
 * Change points of counts with an exposure by PELT (Killick, Fearnhead & Eckley 2012): Poisson's likelihood, penalty
 * 2 log n for each change (Schwarz). Returns the periods after which the level changes. It is a floor: these counts are
 * not Poisson's.
 */
export function poissonPelt(counts: readonly number[], exposure: readonly number[]): number[] {
  const n = counts.length;
  const [seen, all] = [[0], [0]];
  for (let t = 0; t < n; t++) {
    seen.push((seen[t] as number) + (counts[t] as number));
    all.push((all[t] as number) + (exposure[t] as number));
  }
  const cost = (from: number, to: number) => {
    const y = (seen[to] as number) - (seen[from] as number);
    return y === 0 ? 0 : -2 * y * (Math.log(y / ((all[to] as number) - (all[from] as number))) - 1);
  };
  const penalty = 2 * Math.log(n);
  const best = [-penalty];
  const last = [0];
  let open = [0];
  for (let to = 1; to <= n; to++) {
    const totals = open.map((from) => (best[from] as number) + cost(from, to) + penalty);
    const least = Math.min(...totals);
    best.push(least);
    last.push(open[totals.indexOf(least)] as number);
    open = [...open.filter((_, at) => (totals[at] as number) - penalty <= least), to];
  }
  const changes: number[] = [];
  for (let to = last[n] as number; to > 0; to = last[to] as number) changes.unshift(to - 1);
  return changes;
}
