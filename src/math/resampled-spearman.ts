/**
 * Spearman's rank correlation: how far two orders of the same things agree, from −1 to 1, ties by mean rank, each thing
 * counted as often as a bootstrap drew it. Both orders are sorted once for all draws. NaN for fewer than three things drawn, or where one of the two is
 * the same for all of them.
 */
export function resampledSpearman(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): (times: ArrayLike<number>) => number {
  const [ranksOfA, ranksOfB] = [drawnRanks(a), drawnRanks(b)];
  return (times) => {
    let drawn = 0;
    for (let at = 0; at < a.length; at++) drawn += times[at] as number;
    if (drawn < 3) return Number.NaN;
    const [inA, inB] = [ranksOfA(times), ranksOfB(times)];
    const middle = (drawn + 1) / 2;
    let [ab, aa, bb] = [0, 0, 0];
    for (let at = 0; at < a.length; at++) {
      const count = times[at] as number;
      const [x, y] = [(inA[at] as number) - middle, (inB[at] as number) - middle];
      ab += count * x * y;
      aa += count * x * x;
      bb += count * y * y;
    }
    return ab / Math.sqrt(aa * bb);
  };
}

/** Mean ranks from 1 of values drawn so many times each. The array that is given is written anew by the next call. */
function drawnRanks(values: ArrayLike<number>): (times: ArrayLike<number>) => Float64Array {
  const order = Array.from({length: values.length}, (_, at) => at).sort(
    (one, other) => (values[one] as number) - (values[other] as number),
  );
  const ranks = new Float64Array(values.length);
  return (times) => {
    let before = 0;
    for (let from = 0; from < order.length; ) {
      const value = values[order[from] as number];
      let [to, count] = [from, 0];
      for (; to < order.length && values[order[to] as number] === value; to++)
        count += times[order[to] as number] as number;
      const rank = before + (count + 1) / 2;
      for (; from < to; from++) ranks[order[from] as number] = rank;
      before += count;
    }
    return ranks;
  };
}
