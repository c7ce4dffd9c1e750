/**
 * Keeps the last few answers of a slow function by key, oldest out first. A failed call is forgotten, so that it is
 * tried again.
 */
export function rememberLast<Input, Output>(
  size: number,
  make: (input: Input) => Promise<Output>,
): (key: string, input: Input) => Promise<Output> {
  const kept = new Map<string, Promise<Output>>();
  return (key, input) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(input);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
