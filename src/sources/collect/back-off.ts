/**
 * How long to wait after failures in a row, in milliseconds: doubled each time, up to a cap, of which the second half is
 * left to chance, so that many who failed together do not come back together.
 *
 * @param uniform a number in [0, 1).
 */
export function backOff(
  failures: number,
  {firstMs, mostMs}: {readonly firstMs: number; readonly mostMs: number},
  uniform: () => number,
): number {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 40));
  return Math.round(whole / 2 + (whole / 2) * uniform());
}
