import {type AddedTariff, fitBaseFlows, solveTradeEquilibrium} from "../../models/index.ts";
import {type FlowTable, InputError, type ShockFile} from "../../sources/index.ts";
import type {BaseWeights} from "./bloc-figures.ts";
import {
  relianceOf,
  type ShockTask,
  type SolvedShock,
  type SolveShock,
  unitState,
} from "./solved-shock.ts";

/** A scenario on a matrix without sectors, by the one-sector equilibrium. */
export function oneSectorShock(task: ShockTask): SolveShock {
  const {file, table, placed} = task;
  const {deficits = "additive", supplyElasticity = 0, incomes = "move"} = file.model;
  const n = table.states.length;
  if (incomes === "held" && (placed.changesTariffs || placed.productivity || placed.transfers))
    throw new InputError(
      "with incomes held, only trade costs can change",
      "use effect, flowFactor, costPercent, agreement or embargo, or let incomes move",
    );
  const centre = baseFlows(file, table, table.values, task.theta[0] as number);
  const tariffs: AddedTariff[] = [];
  placed.tariffs.forEach((rate, k) => {
    if (rate !== 0) tariffs.push({exporter: Math.floor(k / n), importer: k % n, rate});
  });
  const unit = unitState(task);
  let startWages: Float64Array | null = null;

  return ({scale, normal, between, values}) => {
    const theta = (task.theta[0] as number) * scale;
    const flows = values === undefined ? centre : baseFlows(file, table, values, theta);
    const solved = solveTradeEquilibrium({
      flows,
      elasticity: theta,
      deficits,
      supplyElasticity,
      incomes,
      tariffs,
      ...(placed.changesCosts ? {costFactors: placed.costFactors(() => theta, normal)} : {}),
      ...(placed.productivity === null ? {} : {supply: placed.productivity}),
      ...(placed.transfers === null ? {} : {transfers: placed.transfers(between)}),
      ...(startWages === null ? {} : {startWages, tolerance: 1e-8}),
    });
    startWages ??= solved.producerPrices;
    const perUnit = unit < 0 ? 1 : (solved.prices[unit] as number);
    const atBorder = Float64Array.from(solved.flows);
    for (const {exporter, importer, rate} of tariffs)
      atBorder[exporter * n + importer] =
        (atBorder[exporter * n + importer] as number) / (1 + rate);
    const reliance = relianceOf(n, task.groups, flows, atBorder);
    const states = table.states.map((state, i) => {
      const price = (solved.prices[i] as number) / perUnit;
      const producerPrice = (solved.producerPrices[i] as number) / perUnit;
      const exported = finite((solved.exports[i] as number) / perUnit);
      const imported = finite((solved.imports[i] as number) / perUnit);
      const domestic = (solved.flows[i * n + i] as number) / (flows[i * n + i] as number) / perUnit;
      const revenue = solved.revenue[i] as number;
      return {
        state,
        realIncome: solved.realIncome[i] as number,
        realSpending: solved.realExpenditure[i] as number,
        wage: (solved.wages[i] as number) / perUnit,
        realWage: (solved.wages[i] as number) / (solved.prices[i] as number),
        producerPrice,
        price,
        output: (solved.output[i] as number) / perUnit,
        spending: (solved.expenditure[i] as number) / perUnit,
        exports: exported,
        imports: imported,
        domestic,
        realExports: exported === null ? null : exported / producerPrice,
        realImports: imported === null ? null : imported / price,
        realDomestic: domestic / price,
        tariffRevenuePercentOfIncome: [
          0,
          (100 * revenue) / ((solved.output[i] as number) + revenue),
        ] as const,
        ...reliance(i),
        firstOrderPercent: null,
      };
    });
    return {
      states,
      weights: weightsOf(flows, n),
      flows: () =>
        table.states.flatMap((exporter, i) =>
          table.states.map((importer, j) => ({
            exporter,
            importer,
            sector: null,
            before: flows[i * n + j] as number,
            after: (solved.flows[i * n + j] as number) / perUnit,
          })),
        ),
      iterations: solved.iterations,
      residual: solved.residual,
    } satisfies SolvedShock;
  };
}

/** No tariffs stand in a base of one sector: what a state makes is what it earns. */
function weightsOf(flows: Float64Array, n: number): BaseWeights {
  const [output, spending] = [new Float64Array(n), new Float64Array(n)];
  flows.forEach((flow, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    output[i] = (output[i] as number) + flow;
    spending[j] = (spending[j] as number) + flow;
  });
  const domestic = Float64Array.from({length: n}, (_, i) => flows[i * n + i] as number);
  const abroad = (all: Float64Array) => all.map((value, i) => value - (domestic[i] as number));
  return {
    ...{income: output, spending, output, domestic},
    ...{exports: abroad(output), imports: abroad(spending)},
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** The flows to start from: those given, or those that gravity expects; with deficits closed where that is asked. */
function baseFlows(
  file: ShockFile,
  table: FlowTable,
  values: Float64Array,
  elasticity: number,
): Float64Array {
  const {fit, closeDeficits} = file.base;
  const flows =
    fit === undefined
      ? values
      : fitBaseFlows(
          ofState(table, fit.output, "exporter"),
          ofState(table, fit.spending, "importer"),
          Object.entries(fit.costs).map(([column, coefficient]) => ({
            values: table.columns.get(column) as Float64Array,
            coefficient,
          })),
        );
  if (closeDeficits !== true) return flows;
  return solveTradeEquilibrium({flows, elasticity, deficits: "closed"}).flows;
}

/** A column that says the same of a state in each of its rows. @throws InputError where it does not. */
function ofState(table: FlowTable, column: string, side: "exporter" | "importer"): Float64Array {
  const values = table.columns.get(column) as Float64Array;
  const n = table.states.length;
  return Float64Array.from(table.states, (state, i) => {
    let found: {value: number; line: number} | null = null;
    for (let other = 0; other < n; other++) {
      const k = side === "exporter" ? i * n + other : other * n + i;
      const line = table.lines[k] as number;
      const value = values[k] as number;
      if (line === 0)
        throw new InputError(
          `${table.name}: no row from ${table.states[Math.floor(k / n)]} to ${table.states[k % n]}`,
          "base.fit needs the trade costs of every pair",
        );
      if (!(value > 0))
        throw new InputError(
          `${table.name}: line ${line}: ${column} of ${state} is ${value}`,
          "base.fit needs output and spending above 0",
        );
      found ??= {value, line};
      if (Math.abs(value / found.value - 1) > 1e-9)
        throw new InputError(
          `${table.name}: ${column} of ${state} is ${found.value} in line ${found.line}, ${value} in line ${line}`,
          "give each state one figure",
        );
    }
    return found?.value ?? Number.NaN;
  });
}
