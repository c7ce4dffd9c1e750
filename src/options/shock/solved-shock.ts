import type {FlowTable, ShockFile} from "../../sources/index.ts";
import type {BaseWeights} from "./bloc-figures.ts";
import type {PlacedShocks} from "./place-shocks.ts";
import {type PairsRead, type PowerGroup, readPairs} from "./read-pairs.ts";
import type {FlowOutcome, StateFigures} from "./shock-outcome.ts";

/** What is solved: a checked scenario, laid onto its matrix. */
export interface ShockTask {
  readonly file: ShockFile;
  readonly table: FlowTable;
  /** Cost shares of inputs, state × sector × input; null without an input table. */
  readonly inputs: Float64Array | null;
  readonly placed: PlacedShocks;
  /** Tariffs that stand, by flow, as rates. */
  readonly standing: Float64Array;
  /** θ of each sector. */
  readonly theta: Float64Array;
  /** Towards whom reliance is told. */
  readonly groups: readonly PowerGroup[];
}

/** A scenario solved once, at its own or at drawn parameters. */
export interface SolvedShock {
  readonly states: readonly StateFigures[];
  /** Values of the base, by which members weigh in their bloc. */
  readonly weights: BaseWeights;
  /** Made when asked for: draws need none. */
  readonly flows: () => readonly FlowOutcome[];
  readonly iterations: number;
  readonly residual: number;
}

/** Parameters of one solution. */
export interface ShockDraw {
  /** Factor on the elasticities; 1 is the centre. */
  readonly scale: number;
  /** Standard normal numbers, by which effects with a standard error are drawn; 0 is the centre. */
  readonly normal: () => number;
  /** Numbers from 0 to 1, by which prices known within bounds are drawn; null is the centre. */
  readonly between: (() => number) | null;
  /** Flows of the base where these are drawn too; those of the table without it. */
  readonly values?: Float64Array | undefined;
}

export type SolveShock = (draw: ShockDraw) => SolvedShock;

/**
 * Concentration of imports and reliance on each power, before and after, of one state after another.
 *
 * @param before flows of all sectors together, exporter × importer, at border prices.
 */
export function relianceOf(
  n: number,
  groups: readonly PowerGroup[],
  before: Float64Array,
  after: Float64Array,
): (state: number) => Pick<StateFigures, "importConcentration" | "reliance"> {
  const [was, is] = [readPairs(before, n, groups), readPairs(after, n, groups)];
  const pair = (of: (read: PairsRead) => number | undefined) =>
    [of(was) as number, of(is) as number] as const;
  return (i) => {
    const concentration = pair(({concentration}) => concentration[i]);
    return {
      importConcentration: concentration.some(Number.isNaN) ? null : concentration,
      reliance: groups.flatMap(({power}, g) => {
        const purchases = pair((read) => read.purchases[g * n + i]);
        const sales = pair((read) => read.sales[g * n + i]);
        if (Number.isNaN(purchases[0])) return [];
        return {
          power,
          purchasesPercent: [100 * purchases[0], 100 * purchases[1]] as const,
          salesPercent: [100 * sales[0], 100 * sales[1]] as const,
        };
      }),
    };
  };
}

/** After over before; null where there was nothing. */
export function changeOf(before: number, after: number): number | null {
  return before > 0 ? after / before : null;
}

/** The place of the state whose prices are the unit of value; -1 for world output. */
export function unitState({file, table}: Pick<ShockTask, "file" | "table">): number {
  const {unit} = file.model;
  return unit === undefined ? -1 : table.states.indexOf(unit);
}
