/** "A", "A and B", "A, B and 4 others": names in a sentence, at most `shown` of them. */
export function listWords(names: readonly string[], shown = 4): string {
  const kept = names.length <= shown + 1 ? names : names.slice(0, shown);
  const rest = names.length - kept.length;
  const all = rest > 0 ? [...kept, `${rest} others`] : kept;
  if (all.length < 2) return all.join("");
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
