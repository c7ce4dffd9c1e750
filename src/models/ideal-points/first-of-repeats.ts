/** That a vote repeats an earlier one, word for word. */
export interface Repeat {
  readonly first: number;
  readonly again: number;
}

/**
 * Of which earliest vote a vote is a repeat, by its number; its own where it repeats none. A vote that repeats several
 * repeats the earliest of them. Texts that come back tie the sessions to one scale.
 */
export function firstOfRepeats(repeats: Iterable<Repeat>): (vote: number) => number {
  const earlier = new Map<number, number>();
  for (const {first, again} of repeats)
    if (first < again) earlier.set(again, Math.min(first, earlier.get(again) ?? first));
  return (vote) => {
    let found = vote;
    for (let next = earlier.get(found); next !== undefined; next = earlier.get(found)) found = next;
    return found;
  };
}
