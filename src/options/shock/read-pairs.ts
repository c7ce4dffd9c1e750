/** A power as the matrix holds it: the places of its states. */
export interface PowerGroup {
  readonly power: string;
  readonly members: readonly number[];
}

/** Who buys from whom, told state by state. Shares are of all that a state buys or sells, its own market included. */
export interface PairsRead {
  /** Sum of squared shares of the suppliers of imports (Herfindahl-Hirschman, 0 to 1); NaN without imports. */
  readonly concentration: Float64Array;
  /** Power × state: the share of what the state buys that comes from the power, itself left out; NaN for its only member. */
  readonly purchases: Float64Array;
  /** The same of what it sells. */
  readonly sales: Float64Array;
}

/**
 * Reads concentration and the reliance on each power from flows of all sectors together.
 *
 * @param flows exporter × importer, domestic flows on the diagonal, at border prices.
 */
export function readPairs(
  flows: Float64Array,
  n: number,
  groups: readonly PowerGroup[],
): PairsRead {
  const bought = new Float64Array(n);
  const sold = new Float64Array(n);
  const squares = new Float64Array(n);
  for (let i = 0, k = 0; i < n; i++) {
    let all = 0;
    for (let j = 0; j < n; j++, k++) {
      const flow = flows[k] as number;
      all += flow;
      bought[j] = (bought[j] as number) + flow;
      if (i !== j) squares[j] = (squares[j] as number) + flow * flow;
    }
    sold[i] = all;
  }
  const purchases = new Float64Array(groups.length * n);
  const sales = new Float64Array(groups.length * n);
  for (const [g, {members}] of groups.entries()) {
    for (let j = 0; j < n; j++) {
      let from = 0;
      let to = 0;
      for (const i of members) {
        if (i === j) continue;
        from += flows[i * n + j] as number;
        to += flows[j * n + i] as number;
      }
      const alone = members.length === 1 && members[0] === j;
      purchases[g * n + j] = alone ? Number.NaN : from / (bought[j] as number);
      sales[g * n + j] = alone ? Number.NaN : to / (sold[j] as number);
    }
  }
  const concentration = squares.map((sum, j) => {
    const imported = (bought[j] as number) - (flows[j * n + j] as number);
    return sum / imported ** 2;
  });
  return {concentration, purchases, sales};
}
