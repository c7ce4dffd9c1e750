import type {TradeBase} from "./trade-base.ts";
import type {AddedTariff, TradeShock} from "./trade-shock.ts";

/** Changes are factors: 1 is no change. World output at producer prices is the unit of value before and after. */
export interface TradeEquilibrium {
  /** What a worker earns; with a fixed supply, the producer price. */
  readonly wages: Float64Array;
  readonly producerPrices: Float64Array;
  /** Consumer price index. */
  readonly prices: Float64Array;
  /** Value of output at producer prices. */
  readonly output: Float64Array;
  readonly expenditure: Float64Array;
  /** Income from production, tariff revenue and transfers, over consumer prices. */
  readonly realIncome: Float64Array;
  /** Expenditure over consumer prices: real income and the deficit together. */
  readonly realExpenditure: Float64Array;
  /** New flows, exporter × importer, at buyers' prices. */
  readonly flows: Float64Array;
  /** Tariff revenue as a share of the output of the base year. */
  readonly revenue: Float64Array;
  /** Exports and imports with other states, at border prices (before tariffs). NaN where there were none. */
  readonly exports: Float64Array;
  readonly imports: Float64Array;
  readonly iterations: number;
  /** Largest relative excess demand left. */
  readonly residual: number;
}

/** Everything a reader may ask of a solved equilibrium, against its base. */
export function tradeChanges(solved: {
  readonly base: TradeBase;
  readonly theta: number;
  readonly shock: TradeShock;
  readonly demand: Float64Array;
  readonly tariffs: readonly AddedTariff[];
  readonly producerPrices: Float64Array;
  readonly power: Float64Array;
  readonly priceTerm: Float64Array;
  readonly earned: Float64Array;
  readonly spent: Float64Array;
  readonly iterations: number;
  readonly residual: number;
}): TradeEquilibrium {
  const {base, shock, demand, tariffs, power, priceTerm, spent} = solved;
  const {n} = base;
  const held = shock.incomes === "held";
  const producerPrices = Float64Array.from(solved.producerPrices);
  const flows = new Float64Array(n * n);
  const exports = new Float64Array(n);
  const imports = new Float64Array(n);
  for (let i = 0, k = 0; i < n; i++) {
    for (let j = 0; j < n; j++, k++) {
      const flow =
        (((demand[k] as number) * (power[i] as number) * (spent[j] as number)) /
          (priceTerm[j] as number)) *
        (held ? (producerPrices[i] as number) * (producerPrices[j] as number) : 1);
      flows[k] = flow;
      if (i !== j) {
        exports[i] = (exports[i] as number) + flow;
        imports[j] = (imports[j] as number) + flow;
      }
    }
  }
  const revenue = new Float64Array(n);
  for (const {exporter, importer, rate} of tariffs) {
    const taken = ((flows[exporter * n + importer] as number) * rate) / (1 + rate);
    revenue[importer] = (revenue[importer] as number) + taken / (base.output[importer] as number);
    if (exporter !== importer) {
      exports[exporter] = (exports[exporter] as number) - taken;
      imports[importer] = (imports[importer] as number) - taken;
    }
  }
  for (let i = 0; i < n; i++) {
    const own = base.flows[i * n + i] as number;
    exports[i] = (exports[i] as number) / ((base.output[i] as number) - own);
    imports[i] = (imports[i] as number) / ((base.spending[i] as number) - own);
  }
  const prices = priceTerm.map((term) => term ** (-1 / solved.theta));
  // Where incomes are held while prices clear, what a state earns and spends is then valued at its own new price.
  const output = producerPrices.map((p, i) =>
    held ? p : (solved.earned[i] as number) / (base.output[i] as number),
  );
  const expenditure = held
    ? Float64Array.from(producerPrices)
    : spent.map((value, j) => value / (base.spending[j] as number));
  return {
    wages: producerPrices.map((p, i) => p * (shock.supply?.[i] ?? 1)),
    producerPrices,
    prices,
    output,
    expenditure,
    realIncome: output.map((earned, i) => {
      const given = (shock.transfers?.[i] ?? 0) / (base.output[i] as number);
      return (earned + (revenue[i] as number) + given) / (prices[i] as number);
    }),
    realExpenditure: expenditure.map((e, i) => e / (prices[i] as number)),
    flows,
    revenue,
    exports,
    imports,
    iterations: solved.iterations,
    residual: solved.residual,
  };
}
