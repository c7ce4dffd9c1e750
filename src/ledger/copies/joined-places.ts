/** The first place of the group to which each of `count` places belongs, where pairs join them (union-find). */
export function joinedPlaces(
  count: number,
  pairs: Iterable<readonly [number, number]>,
): (at: number) => number {
  const parents = Int32Array.from({length: count}, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] as number] as number;
      root = parents[root] as number;
    }
    return root;
  };
  for (const pair of pairs) {
    const [one, other] = [find(pair[0]), find(pair[1])];
    parents[Math.max(one, other)] = Math.min(one, other);
  }
  return find;
}
