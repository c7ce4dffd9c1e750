/** What the solver takes from a base year, state by state. */
export interface TradeBase {
  readonly n: number;
  readonly flows: Float64Array;
  readonly output: Float64Array;
  readonly spending: Float64Array;
  /** Share of each importer's spending, exporter × importer; the solver writes changed costs into it. */
  readonly shares: Float64Array;
  /** Share of its own output that each state buys with its next dollar of sales. */
  readonly own: Float64Array;
  /** Share of its spending that each state spends at home. */
  readonly home: Float64Array;
}

/** @throws Error when the flows are no square matrix of amounts from 0 up, or a state sells or buys nothing. */
export function readTradeBase(flows: Float64Array): TradeBase {
  const n = Math.round(Math.sqrt(flows.length));
  if (n < 2 || n * n !== flows.length)
    throw new Error(`${flows.length} flows are no square matrix`);
  const output = new Float64Array(n);
  const spending = new Float64Array(n);
  for (let i = 0, k = 0; i < n; i++) {
    for (let j = 0; j < n; j++, k++) {
      const flow = flows[k] as number;
      if (!(flow >= 0) || flow === Number.POSITIVE_INFINITY) {
        throw new Error(
          `the flow from ${i} to ${j} is ${flow}: a trade matrix holds amounts from 0 up`,
        );
      }
      output[i] = (output[i] as number) + flow;
      spending[j] = (spending[j] as number) + flow;
    }
  }
  const shares = new Float64Array(n * n);
  const own = new Float64Array(n);
  const home = new Float64Array(n);
  for (let i = 0, k = 0; i < n; i++) {
    if (!((output[i] as number) > 0) || !((spending[i] as number) > 0)) {
      throw new Error(`state ${i} sells or buys nothing`);
    }
    let bought = 0;
    for (let j = 0; j < n; j++, k++) {
      shares[k] = (flows[k] as number) / (spending[j] as number);
      bought += ((flows[k] as number) / (output[i] as number)) * (shares[k] as number);
    }
    own[i] = bought;
    home[i] = (flows[i * n + i] as number) / (spending[i] as number);
  }
  return {n, flows, output, spending, shares, own, home};
}
