import {solveFixedPoint} from "../../math/index.ts";

/** A tariff laid on top of what stands: `rate` 0.1 is ten per cent of the value at the border. */
export interface AddedTariff {
  readonly exporter: number;
  readonly importer: number;
  readonly rate: number;
}

export interface TradeShock {
  /** Flows X, exporter × importer, row by row, domestic flows on the diagonal, any one currency unit. */
  readonly flows: Float64Array;
  /** B: factor on each flow's trade costs, already raised to the trade elasticity (exp(β) of a gravity estimate); 1 is no change. */
  readonly costFactors?: Float64Array;
  /** Tariffs: they act on the flow as (1 + rate)^−θ, and their revenue is spent by the importer. */
  readonly tariffs?: readonly AddedTariff[];
  /** θ > 0: a one per cent rise in trade cost lowers the flow by θ per cent, wages and prices held (this is σ − 1). */
  readonly elasticity: number;
  /** "additive": each deficit keeps its value in units of world output. "multiplicative": it stays in proportion to income. */
  readonly deficits?: "additive" | "multiplicative";
  /** Wages of a nearby solution to start from. */
  readonly startWages?: Float64Array;
  readonly tolerance?: number;
}

/** Changes are factors: 1 is no change. World output at producer prices is the unit of value before and after. */
export interface TradeEquilibrium {
  readonly wages: Float64Array;
  /** Consumer price index. */
  readonly prices: Float64Array;
  readonly expenditure: Float64Array;
  /** Income from production and tariff revenue, over consumer prices. */
  readonly realIncome: Float64Array;
  /** Expenditure over consumer prices: real income and the deficit together. */
  readonly realExpenditure: Float64Array;
  /** New flows, exporter × importer, at buyers' prices. */
  readonly flows: Float64Array;
  /** Exports and imports with other states, at border prices (before tariffs). NaN where there were none. */
  readonly exports: Float64Array;
  readonly imports: Float64Array;
  readonly iterations: number;
  /** Largest relative excess demand left. */
  readonly residual: number;
}

/**
 * One-sector trade equilibrium in changes ("exact hat algebra": Dekle, Eaton & Kortum 2008; Baier, Yotov &
 * Zylkin 2019, J. Int. Econ. 116). In their letters, with π the base shares of j's spending:
 *
 *     prices      P_j^−θ = Σ_i π_ij B_ij w_i^−θ
 *     spending    E'_j   = w_j Y_j + D_j + tariff revenue_j
 *     clearing    w_i Y_i = Σ_j π_ij B_ij (w_i / P_j)^−θ E'_j / (1 + t_ij)
 *
 * Revenue is zero without tariffs; with them it goes back to the importer's spending. Existing tariffs and their
 * revenue are not in the base. No intermediate inputs, no sectors, labour does not move between states.
 *
 * @throws Error when the flows are no trade matrix (negative, or a state that sells or buys nothing).
 * @throws Error when a fixed surplus outgrows a state's earnings.
 * @throws NoConvergence when the clearing is not reached; it carries the residual.
 */
export function solveTradeEquilibrium(shock: TradeShock): TradeEquilibrium {
  const {flows, elasticity: theta, deficits = "additive", tolerance = 1e-11} = shock;
  const base = readBase(flows, theta);
  const {n, output, spending} = base;
  const tariffs = (shock.tariffs ?? []).filter((t) => t.rate !== 0);
  const demand = base.shares;
  if (shock.costFactors !== undefined) {
    for (let k = 0; k < n * n; k++) {
      demand[k] = (demand[k] as number) * (shock.costFactors[k] as number);
    }
  }
  for (const {exporter, importer, rate} of tariffs) {
    if (!(rate > -1)) throw new Error(`a tariff of ${rate * 100} % leaves no price`);
    const k = exporter * n + importer;
    demand[k] = (demand[k] as number) * (1 + rate) ** -theta;
  }
  const worldOutput = sum(output);

  const wages = new Float64Array(n);
  const power = new Float64Array(n);
  const priceTerm = new Float64Array(n);
  const spent = new Float64Array(n);
  const revenueShare = new Float64Array(n);
  const sales = new Float64Array(n);
  const perTerm = new Float64Array(n);

  /** Excess demand for each state's goods at given log wages. */
  const clear = (logWages: Float64Array): void => {
    let value = 0;
    for (let i = 0; i < n; i++) {
      wages[i] = Math.exp(logWages[i] as number);
      value += (wages[i] as number) * (output[i] as number);
    }
    let spentWithIncome = 0;
    for (let i = 0; i < n; i++) {
      wages[i] = ((wages[i] as number) * worldOutput) / value;
      power[i] = (wages[i] as number) ** -theta;
      spentWithIncome += (wages[i] as number) * (spending[i] as number);
    }
    priceTerm.fill(0);
    for (let i = 0; i < n; i++) {
      const power_i = power[i] as number;
      for (let j = 0, k = i * n; j < n; j++, k++) {
        priceTerm[j] = (priceTerm[j] as number) + (demand[k] as number) * power_i;
      }
    }
    revenueShare.fill(0);
    for (const {exporter, importer, rate} of tariffs) {
      const share =
        ((demand[exporter * n + importer] as number) * (power[exporter] as number)) /
        (priceTerm[importer] as number);
      revenueShare[importer] = (revenueShare[importer] as number) + (share * rate) / (1 + rate);
    }
    // Deficits in proportion to income need not add up to zero at new wages. As in Baier, Yotov & Zylkin's own
    // routine one factor on all sales restores world output; spending itself stays in proportion to wages.
    const keepSum = deficits === "multiplicative" ? worldOutput / spentWithIncome : 1;
    for (let j = 0; j < n; j++) {
      const w = wages[j] as number;
      const untaxed =
        deficits === "multiplicative"
          ? w * (spending[j] as number)
          : w * (output[j] as number) + (spending[j] as number) - (output[j] as number);
      spent[j] = untaxed / (1 - (revenueShare[j] as number));
      perTerm[j] = (spent[j] as number) / (priceTerm[j] as number);
    }
    for (let i = 0; i < n; i++) {
      let sold = 0;
      for (let j = 0, k = i * n; j < n; j++, k++) {
        sold += (demand[k] as number) * (perTerm[j] as number);
      }
      sales[i] = sold * (power[i] as number);
    }
    for (const {exporter, importer, rate} of tariffs) {
      const bought =
        ((demand[exporter * n + importer] as number) *
          (power[exporter] as number) *
          (spent[importer] as number)) /
        (priceTerm[importer] as number);
      sales[exporter] = (sales[exporter] as number) - (bought * rate) / (1 + rate);
    }
    if (keepSum !== 1) for (let i = 0; i < n; i++) sales[i] = (sales[i] as number) * keepSum;
  };

  const {iterations, residual} = solveFixedPoint(
    (point, next) => {
      clear(point);
      let worst = 0;
      for (let i = 0; i < n; i++) {
        const earned = (wages[i] as number) * (output[i] as number);
        const ratio = (sales[i] as number) / earned;
        if (!(ratio > 0)) return Number.NaN;
        worst = Math.max(worst, Math.abs(ratio - 1));
        next[i] = Math.log(wages[i] as number) + (base.stepSize[i] as number) * Math.log(ratio);
      }
      return worst;
    },
    shock.startWages === undefined ? new Float64Array(n) : shock.startWages.map(Math.log),
    {tolerance},
  );
  const broke = spent.findIndex((value) => !(value > 0));
  if (broke >= 0) {
    throw new Error(
      `state ${broke} would spend less than nothing: its surplus exceeds its earnings`,
    );
  }
  return changes({
    n,
    theta,
    base,
    demand,
    tariffs,
    wages,
    power,
    priceTerm,
    spent,
    iterations,
    residual,
  });
}

interface Base {
  readonly n: number;
  readonly output: Float64Array;
  readonly spending: Float64Array;
  readonly shares: Float64Array;
  /** Newton's step along the diagonal, damped: states that sell much at home need longer steps. */
  readonly stepSize: Float64Array;
  readonly flows: Float64Array;
}

function readBase(flows: Float64Array, theta: number): Base {
  const n = Math.round(Math.sqrt(flows.length));
  if (n < 2 || n * n !== flows.length)
    throw new Error(`${flows.length} flows are no square matrix`);
  if (!(theta > 0)) throw new Error(`the trade elasticity must be above 0, not ${theta}`);
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
  const stepSize = new Float64Array(n);
  for (let i = 0, k = 0; i < n; i++) {
    if (!((output[i] as number) > 0) || !((spending[i] as number) > 0)) {
      throw new Error(`state ${i} sells or buys nothing`);
    }
    let own = 0;
    for (let j = 0; j < n; j++, k++) {
      shares[k] = (flows[k] as number) / (spending[j] as number);
      own += ((flows[k] as number) / (output[i] as number)) * (shares[k] as number);
    }
    const home = (flows[i * n + i] as number) / (spending[i] as number);
    stepSize[i] = 0.7 / Math.max(1 + theta * (1 - own) - home, 0.02);
  }
  return {n, output, spending, shares, stepSize, flows};
}

/** Everything a reader may ask of a solved equilibrium, against its base. */
function changes(solved: {
  n: number;
  theta: number;
  base: Base;
  demand: Float64Array;
  tariffs: readonly AddedTariff[];
  wages: Float64Array;
  power: Float64Array;
  priceTerm: Float64Array;
  spent: Float64Array;
  iterations: number;
  residual: number;
}): TradeEquilibrium {
  const {n, theta, base, demand, tariffs, wages, power, priceTerm, spent} = solved;
  const flows = new Float64Array(n * n);
  const exports = new Float64Array(n);
  const imports = new Float64Array(n);
  for (let i = 0, k = 0; i < n; i++) {
    for (let j = 0; j < n; j++, k++) {
      const flow =
        ((demand[k] as number) * (power[i] as number) * (spent[j] as number)) /
        (priceTerm[j] as number);
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
    revenue[importer] = (revenue[importer] as number) + taken;
    if (exporter !== importer) {
      exports[exporter] = (exports[exporter] as number) - taken;
      imports[importer] = (imports[importer] as number) - taken;
    }
  }
  const prices = priceTerm.map((term) => term ** (-1 / theta));
  const expenditure = spent.map((value, j) => value / (base.spending[j] as number));
  for (let i = 0; i < n; i++) {
    const own = base.flows[i * n + i] as number;
    exports[i] = (exports[i] as number) / ((base.output[i] as number) - own);
    imports[i] = (imports[i] as number) / ((base.spending[i] as number) - own);
  }
  return {
    wages: Float64Array.from(wages),
    prices,
    expenditure,
    realIncome: wages.map(
      (w, i) => (w + (revenue[i] as number) / (base.output[i] as number)) / (prices[i] as number),
    ),
    realExpenditure: expenditure.map((e, i) => e / (prices[i] as number)),
    flows,
    exports,
    imports,
    iterations: solved.iterations,
    residual: solved.residual,
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
