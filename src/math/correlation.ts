/** Pearson's product-moment correlation of two lists of one length; NaN where either does not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [middleA, middleB] = [meanOf(a), meanOf(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [(a[at] as number) - middleA, (b[at] as number) - middleB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum / values.length;
}
