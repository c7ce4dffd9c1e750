const tokens = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** F1 of the words that two phrases share, as bags; nothing said is 0. */
export function overlapF1(said: string | null, truth: string): number {
  if (said === null) return 0;
  const wanted = tokens(truth);
  const given = tokens(said);
  const free = [...wanted];
  let shared = 0;
  for (const token of given) {
    const at = free.indexOf(token);
    if (at < 0) continue;
    free.splice(at, 1);
    shared++;
  }
  return wanted.length + given.length === 0 ? 0 : (2 * shared) / (wanted.length + given.length);
}
