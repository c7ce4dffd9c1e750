/**
 * Herfindahl-Hirschman index: the sum of squared shares (Herfindahl 1950). 1 for one supplier, 1/n for n equal
 * ones. NaN when nothing was traded.
 */
export function concentration(values: Iterable<number>): number {
  let total = 0;
  let squares = 0;
  for (const value of values) {
    total += value;
    squares += value * value;
  }
  return squares / (total * total);
}
