import {
  buildSectorEconomy,
  sectorWelfare,
  settleSectorEconomy,
  solveSectorEquilibrium,
} from "../../models/index.ts";
import {type FlowTable, InputError} from "../../sources/index.ts";
import type {FlowOutcome} from "./shock-outcome.ts";
import {
  changeOf,
  relianceOf,
  type ShockTask,
  type SolvedShock,
  type SolveShock,
  unitState,
} from "./solved-shock.ts";

/**
 * A scenario on a matrix with sectors or tariffs that stand, by the equilibrium with input-output links: first the base
 * as the model itself has it, its deficits closed where that is asked, then the change from there.
 */
export function manySectorShock(task: ShockTask): SolveShock {
  const {file, table, placed, standing} = task;
  const {deficits = "additive", supplyElasticity = 0, incomes = "move"} = file.model;
  refuse(deficits === "multiplicative" || deficits === "balanced", `deficits ${deficits}`);
  refuse(supplyElasticity > 0, "a supply elasticity");
  refuse(incomes === "held", "incomes held");
  refuse(file.base.fit !== undefined, "base.fit");
  const [n, m] = [table.states.length, table.sectors.length];
  const none = new Float64Array(n);
  const given = buildSectorEconomy({
    states: n,
    sectors: m,
    flows: table.values,
    tariffs: standing,
    inputs: task.inputs ?? new Float64Array(n * m * m),
  });
  const unit = unitState(task);
  // The paper's differential knows tariffs alone: a cost, a gift or better productivity would be left out of it.
  const tariffsAlone = !placed.changesCosts && !placed.productivity && !placed.transfers;

  return ({scale, normal, between}) => {
    const elasticities = task.theta.map((theta) => theta * scale);
    const tolerance = scale === 1 ? 1e-10 : 1e-8;
    const first = solveSectorEquilibrium(given, {
      elasticities,
      tolerance,
      ...(file.base.closeDeficits === true ? {deficits: none} : {}),
    });
    const base = settleSectorEconomy(given, first);
    const transfers = placed.transfers?.(between);
    const kept = deficits === "closed" ? none : base.deficits;
    const solved = solveSectorEquilibrium(base, {
      elasticities,
      tolerance,
      tariffs: placed.tariffs,
      deficits: kept.map((deficit, i) => deficit + (transfers?.[i] ?? 0)),
      ...(placed.changesCosts
        ? {costFactors: placed.costFactors((s) => elasticities[s] as number, normal)}
        : {}),
      ...(placed.productivity === null ? {} : {productivity: placed.productivity}),
    });
    const welfare = sectorWelfare(base, solved);
    const sums = (flows: Float64Array) => sumsOf(flows, n);
    const [before, after] = [sums(base.flows), sums(solved.flows)];
    const perUnit = unit < 0 ? 1 : (welfare.priceIndex[unit] as number);
    const reliance = relianceOf(n, task.groups, before.pairs, after.pairs);
    const states = table.states.map((state, i) => {
      const wageIncome = base.income[i] as number;
      const earned = wageIncome + (first.revenue[i] as number);
      const earns =
        wageIncome * (solved.wages[i] as number) +
        (solved.revenue[i] as number) +
        (transfers?.[i] ?? 0);
      const price = welfare.priceIndex[i] as number;
      const over = (value: number | null) => (value === null ? null : value / perUnit);
      const exported = over(changeOf(before.exports[i] as number, after.exports[i] as number));
      const imported = over(changeOf(before.imports[i] as number, after.imports[i] as number));
      const domestic =
        (after.pairs[i * n + i] as number) / (before.pairs[i * n + i] as number) / perUnit;
      const terms = 100 * (welfare.termsOfTrade[i] as number);
      const volume = 100 * (welfare.volumeOfTrade[i] as number);
      return {
        state,
        realIncome: earns / earned / price,
        realSpending: welfare.utility[i] as number,
        wage: (solved.wages[i] as number) / perUnit,
        realWage: welfare.realWage[i] as number,
        producerPrice: null,
        price: price / perUnit,
        output: (after.output[i] as number) / (before.output[i] as number) / perUnit,
        spending: ((welfare.utility[i] as number) * price) / perUnit,
        exports: exported,
        imports: imported,
        domestic,
        realExports: null,
        realImports: imported === null ? null : (imported * perUnit) / price,
        realDomestic: (domestic * perUnit) / price,
        tariffRevenuePercentOfIncome: [
          100 * (welfare.revenueBefore[i] as number),
          100 * (welfare.revenueAfter[i] as number),
        ] as const,
        ...reliance(i),
        firstOrderPercent: tariffsAlone
          ? {welfare: terms + volume, termsOfTrade: terms, volumeOfTrade: volume}
          : null,
      };
    });
    const earnedBefore = base.income.map((wages, i) => wages + (first.revenue[i] as number));
    return {
      states,
      weights: {
        income: earnedBefore,
        spending: earnedBefore.map((value, i) => value + (base.deficits[i] as number)),
        output: before.output,
        exports: before.exports,
        imports: before.imports,
        domestic: before.output.map((value, i) => value - (before.exports[i] as number)),
      },
      flows: () => flowsOf(table, base.flows, solved.flows, perUnit),
      iterations: first.iterations + solved.iterations,
      residual: Math.max(first.residual, solved.residual),
    } satisfies SolvedShock;
  };
}

function flowsOf(
  {states, sectors, hasSectors}: FlowTable,
  before: Float64Array,
  after: Float64Array,
  perUnit: number,
): FlowOutcome[] {
  const n = states.length;
  return sectors.flatMap((sector, s) =>
    states.flatMap((exporter, i) =>
      states.flatMap((importer, j) => {
        const k = (s * n + i) * n + j;
        if ((before[k] as number) === 0) return [];
        return {
          exporter,
          importer,
          sector: hasSectors ? sector : null,
          before: before[k] as number,
          after: (after[k] as number) / perUnit,
        };
      }),
    ),
  );
}

function refuse(asked: boolean, what: string): void {
  if (!asked) return;
  throw new InputError(
    `${what} cannot be worked out with sectors, input tables or tariffs that stand`,
    "leave it out, or bring a matrix of one sector without them",
  );
}

/** Flows of all sectors by pair, and what each state sells in all, sells abroad and buys abroad. */
function sumsOf(flows: Float64Array, n: number) {
  const pairs = new Float64Array(n * n);
  for (let k = 0; k < flows.length; k++) {
    const pair = k % (n * n);
    pairs[pair] = (pairs[pair] as number) + (flows[k] as number);
  }
  const exports = new Float64Array(n);
  const imports = new Float64Array(n);
  const output = new Float64Array(n);
  for (let i = 0, k = 0; i < n; i++) {
    for (let j = 0; j < n; j++, k++) {
      output[i] = (output[i] as number) + (pairs[k] as number);
      if (i === j) continue;
      exports[i] = (exports[i] as number) + (pairs[k] as number);
      imports[j] = (imports[j] as number) + (pairs[k] as number);
    }
  }
  return {pairs, exports, imports, output};
}
