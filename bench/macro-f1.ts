/** Mean F1 over the classes that occur among the true ones. A prediction of `null` is a miss and no false alarm. */
export function macroF1(pairs: readonly {truth: string; said: string | null}[]): number {
  const classes = [...new Set(pairs.map(({truth}) => truth))];
  const scores = classes.map((one) => {
    const hit = pairs.filter(({truth, said}) => truth === one && said === one).length;
    const said = pairs.filter((pair) => pair.said === one).length;
    const truth = pairs.filter((pair) => pair.truth === one).length;
    return (2 * hit) / (said + truth);
  });
  return scores.reduce((sum, one) => sum + one, 0) / classes.length;
}
