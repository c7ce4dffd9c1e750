import {quantile, standardDraws} from "../../math/index.ts";
import {tradeElasticity} from "../../models/index.ts";
import {type FlowTable, InputError, type ShockFile} from "../../sources/index.ts";
import type {Gap} from "../../world/index.ts";
import {manySectorShock} from "./many-sector-shock.ts";
import {oneSectorShock} from "./one-sector-shock.ts";
import {placeShocks} from "./place-shocks.ts";
import {shockAssumptions} from "./shock-assumptions.ts";
import type {DrawnInterval, ShockOutcome, StateOutcome} from "./shock-outcome.ts";
import type {ExpandParty} from "./shocked-flows.ts";
import type {SolvedShock, SolveShock} from "./solved-shock.ts";

export interface ShockAsked {
  readonly file: ShockFile;
  readonly table: FlowTable;
  /** From `readInputTable`; null without one. */
  readonly inputs: Float64Array | null;
  readonly expand: ExpandParty;
  /** Draws for intervals; 0 for none. */
  readonly draws: number;
  /** Hears after each draw how many are done; what it throws ends the run. */
  readonly tell?: (done: number) => void | Promise<void>;
  /** Names of shocks that are left out: what the others do without them. */
  readonly without?: readonly string[];
  /** What is to be said of the matrix beside what the file says. */
  readonly notes?: readonly string[];
  readonly gaps?: readonly Gap[];
}

/**
 * Works out what a scenario changes for every state of a matrix, with one sector or many.
 *
 * @throws InputError for what the scenario asks and the matrix cannot answer.
 * @throws NoConvergence with its residual when an equilibrium is not reached.
 */
export async function runShock(asked: ShockAsked): Promise<ShockOutcome> {
  const {table, inputs, draws, expand} = asked;
  const file = withoutSome(asked.file, asked.without ?? []);
  const {tariffColumn} = file.base;
  const column = tariffColumn === undefined ? undefined : table.columns.get(tariffColumn);
  const standing = column?.map((percent) => percent / 100) ?? new Float64Array(table.values.length);
  checkStanding(standing, table);
  if (file.model.unit !== undefined && !table.states.includes(file.model.unit))
    throw new InputError(
      `model.unit: the matrix holds no state "${file.model.unit}"`,
      "name one of its states, or leave it out for world output",
    );
  const theta = thetaOf(file, table);
  const placed = placeShocks(file.shocks, table, standing, expand);
  const manySectors = table.hasSectors || inputs !== null || tariffColumn !== undefined;
  const task = {file, table, inputs, placed, standing, theta};
  const solve = manySectors ? manySectorShock(task) : oneSectorShock(task);
  const centre = solve(1, () => 0);
  const intervals = draws > 0 ? await drawIntervals(solve, asked, file) : null;
  const year = table.year === null ? "" : `${table.year} `;
  return {
    heading: `${year}structure, long run, parameter uncertainty only`,
    name: file.name ?? null,
    base: {
      matrix: table.name,
      year: table.year,
      states: table.states.length,
      sectors: table.sectors.length,
      flowsAboveZero: table.values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0),
    },
    model: {
      id: manySectors ? "sector-equilibrium" : "trade-equilibrium",
      version: 1,
      theta: table.hasSectors
        ? Object.fromEntries(table.sectors.map((sector, s) => [sector, theta[s] as number]))
        : (theta[0] as number),
      deficits: file.model.deficits ?? "additive",
      supplyElasticity: file.model.supplyElasticity ?? 0,
      incomes: file.model.incomes ?? "move",
      unit:
        file.model.unit === undefined ? "world output" : `consumer prices of ${file.model.unit}`,
      draws,
    },
    assumptions: [
      ...shockAssumptions(file, {manySectors, hasInputs: inputs !== null, draws}),
      ...(asked.notes ?? []),
    ],
    convergence: {iterations: centre.iterations, residual: centre.residual},
    states: centre.states.map((state, i) => ({...state, intervals: intervals?.[i] ?? null})),
    flows: centre.flows(),
    gaps: asked.gaps ?? [],
  };
}

function withoutSome(file: ShockFile, without: readonly string[]): ShockFile {
  for (const name of without) {
    if (file.shocks.some((shock) => shock.name === name)) continue;
    const names = file.shocks.flatMap((shock) => shock.name ?? []);
    throw new InputError(
      `the scenario has no shock called "${name}"`,
      names.length === 0 ? "give its shocks names" : `its shocks are ${names.join(", ")}`,
    );
  }
  const shocks = file.shocks.filter(({name}) => name === undefined || !without.includes(name));
  if (shocks.length === 0)
    throw new InputError("nothing is left of the scenario", "leave one shock in");
  return {...file, shocks};
}

function checkStanding(standing: Float64Array, {name, lines}: FlowTable): void {
  const low = standing.findIndex((rate) => !(rate > -1));
  if (low < 0) return;
  throw new InputError(
    `${name}: line ${lines[low]}: a tariff of ${100 * (standing[low] as number)} % leaves no price`,
    "give tariffs above −100 %",
  );
}

/** θ of each sector. @throws InputError when a sector has none, or one is named that the matrix does not hold. */
function thetaOf({model}: ShockFile, {sectors}: FlowTable): Float64Array {
  const given =
    model.theta ?? (model.sigma === undefined ? tradeElasticity.median : model.sigma - 1);
  if (typeof given === "number") return new Float64Array(sectors.length).fill(given);
  const {others} = given;
  const stray = Object.keys(given).find((key) => key !== "others" && !sectors.includes(key));
  if (stray !== undefined)
    throw new InputError(
      `model.theta: the matrix holds no sector "${stray}"`,
      `its sectors are ${sectors.slice(0, 20).join(", ")}`,
    );
  return Float64Array.from(sectors, (sector) => {
    const theta = given[sector] ?? others;
    if (theta === undefined)
      throw new InputError(
        `model.theta: ${sector} has no elasticity`,
        "add it, or `others` for all that are not named",
      );
    return theta;
  });
}

async function drawIntervals(
  solve: SolveShock,
  {draws, tell}: ShockAsked,
  file: ShockFile,
): Promise<StateOutcome["intervals"][]> {
  const {normal} = standardDraws(1);
  const logSd = file.model.thetaLogSd ?? tradeElasticity.logSd;
  const all: Pick<SolvedShock["states"][number], "realIncome" | "exports" | "imports">[][] = [];
  for (let done = 0; done < draws; done++) {
    const {states} = solve(Math.exp(logSd * normal()), normal);
    all.push(states.map(({realIncome, exports, imports}) => ({realIncome, exports, imports})));
    await tell?.(done + 1);
  }
  return (all[0] ?? []).map((_, i) => {
    const of = (key: "realIncome" | "exports" | "imports"): DrawnInterval | null => {
      const drawn = Float64Array.from(all, (states) => states[i]?.[key] ?? Number.NaN).sort();
      if (drawn.some(Number.isNaN)) return null;
      const at = (p: number) => quantile(drawn, p);
      return {median: at(0.5), low: at(0.05), high: at(0.95)};
    };
    const realIncome = of("realIncome");
    return realIncome === null
      ? null
      : {realIncome, exports: of("exports"), imports: of("imports")};
  });
}
