/** Some years in a row, both ends in. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly period: string;
}

/** Arms come in lumps and powers oppose one another on few votes, so single years say little (SIPRI, too, compares five). */
const width = 5;

export function windowOf(from: number, to: number): Window {
  return {from, to, period: `${from}-${to}`};
}

/** Five-year windows that end in years divisible by five, from the first year to the last. Empty for no years. */
export function fiveYearWindows(years: Iterable<number>): Window[] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const year of years) {
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  const windows: Window[] = [];
  for (let to = Math.ceil(first / width) * width; to < last + width; to += width)
    windows.push(windowOf(to - width + 1, to));
  return windows;
}
