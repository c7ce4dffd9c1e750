import {standardDraws} from "../../math/index.ts";
import {setDomestic, tradeElasticity} from "../../models/index.ts";
import {type FlowTable, InputError, type ShockFile} from "../../sources/index.ts";
import type {Cell, Gap} from "../../world/index.ts";
import {type BlocGroup, blocFigures, blocRule} from "./bloc-figures.ts";
import {drawIntervals} from "./draw-intervals.ts";
import type {FuelBase} from "./fuel-base.ts";
import {manySectorShock} from "./many-sector-shock.ts";
import {oneSectorShock} from "./one-sector-shock.ts";
import {type PlacedShocks, placeShocks} from "./place-shocks.ts";
import type {PowerGroup} from "./read-pairs.ts";
import {shockAssumptions} from "./shock-assumptions.ts";
import type {ShockOutcome, StateFigures, StateIntervals} from "./shock-outcome.ts";
import {shockParameters} from "./shock-parameters.ts";
import type {ExpandParty} from "./shocked-flows.ts";
import type {SolvedShock, SolveShock} from "./solved-shock.ts";
import {tellUnsolved} from "./tell-unsolved.ts";

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
  /** Powers towards whom reliance is told; those that the matrix does not hold are left out. */
  readonly powers?: readonly string[];
  /** Blocs that are told as one row beside their members; those with fewer than two in the matrix are left out. */
  readonly blocs?: readonly {readonly bloc: string; readonly members: readonly string[]}[];
  /** Only flows that touch one of these states are told; all without it. */
  readonly flowsOf?: readonly string[];
  /** Hears the answer at the centre before the draws begin. */
  readonly first?: (outcome: ShockOutcome) => void;
  /** What is known of fuels, for scenarios that lose or gain a seller of one. */
  readonly fuels?: FuelBase;
  /** What is told beside the equilibrium, in cells with their evidence. */
  readonly beside?: readonly Cell[];
  /** How domestic flows were estimated, where they were: they are drawn too. */
  readonly domestic?: EstimatedDomestic;
  /** What is to be said of the matrix beside what the file says. */
  readonly notes?: readonly string[];
  readonly gaps?: readonly Gap[];
}

/** Domestic flows that are output less exports, output being GDP times a ratio that is known within bounds. */
export interface EstimatedDomestic {
  /** By state, in the unit of the flows. */
  readonly gdp: Float64Array;
  readonly low: number;
  readonly high: number;
}

/**
 * Works out what a scenario changes for every state of a matrix, with one sector or many.
 *
 * @throws InputError for what the scenario asks and the matrix cannot answer.
 * @throws InputError (status 422) with the residual when an equilibrium is not reached.
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
  const placed = placeShocks(file.shocks, table, standing, expand, asked.fuels);
  const manySectors = table.hasSectors || inputs !== null || tariffColumn !== undefined;
  const groups = groupsOf(asked.powers ?? [], table, expand);
  const task = {file, table, inputs, placed, standing, theta, groups};
  const solveStates = tellUnsolved(
    manySectors ? manySectorShock(task) : oneSectorShock(task),
    table.states,
  );
  const blocs = blocsIn(asked.blocs ?? [], table, placed.unknown);
  const solve: SolveShock = (draw) => {
    const solved = solveStates(draw);
    const rows = blocs.map((one) => blocFigures(one, solved.states, solved.weights));
    return {...solved, states: [...solved.states, ...rows]};
  };
  const centre = solve({scale: 1, normal: () => 0, between: null});
  const told = outcomeOf(asked, file, centre, {manySectors, theta, placed, blocs});
  if (draws === 0) return told(null);
  asked.first?.(told(null));
  return told(await drawIntervals(draws, nextDraw(solve, asked, file), asked.tell));
}

function outcomeOf(
  asked: ShockAsked,
  file: ShockFile,
  centre: SolvedShock,
  {
    manySectors,
    theta,
    placed,
    blocs,
  }: {
    readonly manySectors: boolean;
    readonly theta: Float64Array;
    readonly placed: PlacedShocks;
    readonly blocs: readonly ToldBloc[];
  },
): (intervals: readonly StateIntervals[] | null) => ShockOutcome {
  const {table, inputs, draws, flowsOf} = asked;
  const flows = centre
    .flows()
    .filter(
      ({exporter, importer}) =>
        flowsOf === undefined || flowsOf.includes(exporter) || flowsOf.includes(importer),
    );
  const year = table.year === null ? "" : `${table.year} `;
  return (intervals) => ({
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
      ...shockAssumptions(file, {
        manySectors,
        hasInputs: inputs !== null,
        draws,
        domesticDrawn: asked.domestic !== undefined,
      }),
      ...(blocs.length > 0 ? [blocRule] : []),
      ...(asked.notes ?? []),
    ],
    parameters: shockParameters(file, draws, placed),
    convergence: {iterations: centre.iterations, residual: centre.residual},
    states: centre.states
      .slice(0, table.states.length)
      .flatMap((state, i) =>
        placed.unknown.has(i) ? [] : {...state, intervals: intervals?.[i] ?? null},
      ),
    blocs: blocs.map(({members, absent}, b) => {
      const at = table.states.length + b;
      return {
        ...(centre.states[at] as StateFigures),
        intervals: intervals?.[at] ?? null,
        members: members.map((i) => table.states[i] as string),
        absent,
      };
    }),
    flows,
    beside: asked.beside ?? [],
    gaps: [...placed.gaps, ...(asked.gaps ?? [])],
  });
}

interface ToldBloc extends BlocGroup {
  readonly absent: readonly string[];
}

/** Blocs of which a row can be made: two members or more in the matrix, the outcome of each of them known. */
function blocsIn(
  blocs: NonNullable<ShockAsked["blocs"]>,
  {states}: FlowTable,
  unknown: ReadonlySet<number>,
): ToldBloc[] {
  return blocs
    .filter(({bloc}) => !states.includes(bloc))
    .map(({bloc, members}) => ({
      bloc,
      members: members.map((member) => states.indexOf(member)).filter((at) => at >= 0),
      absent: members.filter((member) => !states.includes(member)),
    }))
    .filter(({members}) => members.length > 1 && !members.some((at) => unknown.has(at)));
}

function groupsOf(
  powers: readonly string[],
  {states}: FlowTable,
  expand: ExpandParty,
): PowerGroup[] {
  return powers.flatMap((power) => {
    const own = states.includes(power) ? [power] : expand(power);
    const members = own.map((state) => states.indexOf(state)).filter((at) => at >= 0);
    return members.length === 0 ? [] : {power, members};
  });
}

/** Solutions at one draw of the parameters after another; the same seed for every scenario. */
function nextDraw(solve: SolveShock, {table, domestic}: ShockAsked, file: ShockFile) {
  const {normal, uniform} = standardDraws(1);
  const logSd = file.model.thetaLogSd ?? tradeElasticity.logSd;
  const values = Float64Array.from(table.values);
  return () => {
    const scale = Math.exp(logSd * normal());
    if (domestic === undefined) return solve({scale, normal, between: uniform}).states;
    setDomestic(values, domestic.gdp, domestic.low + (domestic.high - domestic.low) * uniform());
    return solve({scale, normal, between: uniform, values}).states;
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
  if (shocks.length === 0 && file.shocks.length > 0)
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
