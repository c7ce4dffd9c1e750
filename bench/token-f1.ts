/** F1 over bags of words (letters and digits, lower case). Two empty texts agree. */
export function tokenF1(ours: string, wanted: string): number {
  const [a, b] = [bagOf(ours), bagOf(wanted)];
  if (a.size === 0 && b.size === 0) return 1;
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  return (2 * shared) / (sizeOf(a) + sizeOf(b));
}

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function sizeOf(bag: ReadonlyMap<string, number>): number {
  return [...bag.values()].reduce((sum, count) => sum + count, 0);
}
