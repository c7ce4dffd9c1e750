import {solveFixedPoint} from "../../math/index.ts";
import {SpendsNothing} from "./spends-nothing.ts";
import {readTradeBase, type TradeBase} from "./trade-base.ts";
import {type TradeEquilibrium, tradeChanges} from "./trade-changes.ts";
import type {AddedTariff, TradeShock} from "./trade-shock.ts";

/**
 * One-sector trade equilibrium in changes ("exact hat algebra": Dekle, Eaton & Kortum 2008; Baier, Yotov &
 * Zylkin 2019, J. Int. Econ. 116; with supply elasticity, Allen, Arkolakis & Takahashi 2020, J. Polit. Econ. 128).
 * In their letters, with π the base shares of j's spending and p the producer prices (with ψ = 0 the wages):
 *
 *     prices      P_j^−θ = Σ_i π_ij B_ij p_i^−θ
 *     income      Y'_i   = c_i p_i (p_i / P_i)^ψ Y_i
 *     spending    E'_j   = Y'_j + D_j + transfers_j + tariff revenue_j
 *     clearing    Y'_i   = Σ_j π_ij B_ij (p_i / P_j)^−θ E'_j / (1 + t_ij)
 *
 * Revenue is zero without tariffs; with them it goes back to the importer's spending. Existing tariffs and their
 * revenue are not in the base. No intermediate inputs, no sectors, labour does not move between states.
 *
 * @throws Error when the flows are no trade matrix (negative, or a state that sells or buys nothing).
 * @throws SpendsNothing when a fixed surplus outgrows a state's earnings.
 * @throws NoConvergence when the clearing is not reached; it carries the residual.
 */
export function solveTradeEquilibrium(shock: TradeShock): TradeEquilibrium {
  const {elasticity: theta, supplyElasticity: psi = 0, deficits = "additive"} = shock;
  const held = shock.incomes === "held";
  if (!(theta > 0)) throw new Error(`the trade elasticity must be above 0, not ${theta}`);
  if (!(psi >= 0)) throw new Error(`the supply elasticity must be 0 or more, not ${psi}`);
  const base = readTradeBase(shock.flows);
  const {n, output, spending} = base;
  const tariffs = (shock.tariffs ?? []).filter((t) => t.rate !== 0);
  if (held && (tariffs.length > 0 || shock.supply !== undefined || shock.transfers !== undefined))
    throw new Error("with incomes held only trade costs may change");
  const demand = changeDemand(base, shock.costFactors, tariffs, theta);
  const worldOutput = output.reduce((a, b) => a + b, 0);

  const producerPrices = new Float64Array(n);
  const power = new Float64Array(n);
  const priceTerm = new Float64Array(n);
  const earned = new Float64Array(n);
  const spent = new Float64Array(n);
  const revenueShare = new Float64Array(n);
  const sales = new Float64Array(n);
  const perTerm = new Float64Array(n);

  /** Producer and consumer prices and the value of output, in units of world output. */
  const price = (logPrices: Float64Array): void => {
    for (let i = 0; i < n; i++) {
      producerPrices[i] = Math.exp(logPrices[i] as number);
      power[i] = (producerPrices[i] as number) ** -theta;
    }
    priceTerm.fill(0);
    for (let i = 0; i < n; i++) {
      const power_i = power[i] as number;
      for (let j = 0, k = i * n; j < n; j++, k++) {
        priceTerm[j] = (priceTerm[j] as number) + (demand[k] as number) * power_i;
      }
    }
    let value = 0;
    for (let i = 0; i < n; i++) {
      const p = producerPrices[i] as number;
      const more = psi === 0 ? 1 : (p * (priceTerm[i] as number) ** (1 / theta)) ** psi;
      earned[i] = p * more * (shock.supply?.[i] ?? 1) * (output[i] as number);
      value += earned[i] as number;
    }
    const scale = worldOutput / value;
    const scaledPower = scale ** -theta;
    for (let i = 0; i < n; i++) {
      producerPrices[i] = (producerPrices[i] as number) * scale;
      power[i] = (power[i] as number) * scaledPower;
      priceTerm[i] = (priceTerm[i] as number) * scaledPower;
      earned[i] = held ? (output[i] as number) : (earned[i] as number) * scale;
    }
  };

  /** Spending by the rule of deficits, tariff revenue with it; gives the factor that restores world output. */
  const spend = (): number => {
    revenueShare.fill(0);
    for (const {exporter, importer, rate} of tariffs) {
      const share =
        ((demand[exporter * n + importer] as number) * (power[exporter] as number)) /
        (priceTerm[importer] as number);
      revenueShare[importer] = (revenueShare[importer] as number) + (share * rate) / (1 + rate);
    }
    let inProportion = 0;
    for (let j = 0; j < n; j++) {
      const income = earned[j] as number;
      const before = spending[j] as number;
      const untaxed = held
        ? before
        : deficits === "closed"
          ? income
          : deficits === "additive"
            ? income + before - (output[j] as number)
            : (income / (output[j] as number)) * before;
      inProportion += untaxed;
      spent[j] = (untaxed + (shock.transfers?.[j] ?? 0)) / (1 - (revenueShare[j] as number));
    }
    // Deficits in proportion to income need not add up to zero. GE_GRAVITY's own routine puts one factor on all sales
    // and leaves spending in proportion to wages; where spending is balanced, the factor is on spending.
    const factor = deficits === "multiplicative" && !held ? worldOutput / inProportion : 1;
    if (deficits === "balanced" && !held)
      for (let j = 0; j < n; j++) spent[j] = ((spent[j] as number) * worldOutput) / inProportion;
    return factor;
  };

  /** What each state sells at these prices, at border prices. */
  const clear = (factor: number): void => {
    for (let j = 0; j < n; j++) perTerm[j] = (spent[j] as number) / (priceTerm[j] as number);
    for (let i = 0; i < n; i++) {
      let sold = 0;
      for (let j = 0, k = i * n; j < n; j++, k++) {
        sold += (demand[k] as number) * (perTerm[j] as number);
      }
      sales[i] = sold * (power[i] as number);
    }
    for (const {exporter, importer, rate} of tariffs) {
      const bought =
        (demand[exporter * n + importer] as number) *
        (power[exporter] as number) *
        (perTerm[importer] as number);
      sales[exporter] = (sales[exporter] as number) - (bought * rate) / (1 + rate);
    }
    if (factor !== 1) for (let i = 0; i < n; i++) sales[i] = (sales[i] as number) * factor;
  };

  const steps = stepSizes(base, theta, psi, held);
  const {iterations, residual} = solveFixedPoint(
    (point, next) => {
      price(point);
      clear(spend());
      let worst = 0;
      for (let i = 0; i < n; i++) {
        const ratio = (sales[i] as number) / (earned[i] as number);
        if (!(ratio > 0)) return Number.NaN;
        worst = Math.max(worst, Math.abs(ratio - 1));
        next[i] = Math.log(producerPrices[i] as number) + (steps[i] as number) * Math.log(ratio);
      }
      return worst;
    },
    shock.startWages === undefined ? new Float64Array(n) : shock.startWages.map(Math.log),
    {tolerance: shock.tolerance ?? 1e-11},
  );
  const broke = spent.findIndex((value) => !(value > 0));
  if (broke >= 0) throw new SpendsNothing(broke);
  return tradeChanges({
    base,
    theta,
    shock,
    demand,
    tariffs,
    producerPrices,
    power,
    priceTerm,
    earned,
    spent,
    iterations,
    residual,
  });
}

/** Shares of spending with the changed costs in them, wages still as they were. */
function changeDemand(
  {n, shares}: TradeBase,
  costFactors: Float64Array | undefined,
  tariffs: readonly AddedTariff[],
  theta: number,
): Float64Array {
  if (costFactors !== undefined) {
    for (let k = 0; k < n * n; k++) {
      shares[k] = (shares[k] as number) * (costFactors[k] as number);
    }
  }
  for (const {exporter, importer, rate} of tariffs) {
    if (!(rate > -1)) throw new Error(`a tariff of ${rate * 100} % leaves no price`);
    const k = exporter * n + importer;
    shares[k] = (shares[k] as number) * (1 + rate) ** -theta;
  }
  return shares;
}

/** Newton's step along the diagonal, damped: states that sell much at home need longer steps. */
function stepSizes({own, home}: TradeBase, theta: number, psi: number, held: boolean) {
  return own.map((bought, i) => {
    const abroad = 1 - (home[i] as number);
    const slope = theta * (1 - bought) + (held ? 0 : abroad * (1 + psi));
    return 0.7 / Math.max(slope, 0.02);
  });
}
