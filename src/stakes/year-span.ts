/** "2014", "2003-2014": the first and last of some years. At least one is asked for. */
export function yearSpan(years: readonly number[]): string {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `${first}` : `${first}-${last}`;
}
