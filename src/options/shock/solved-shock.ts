import type {FlowTable, ShockFile} from "../../sources/index.ts";
import type {PlacedShocks} from "./place-shocks.ts";
import type {FlowOutcome, StateOutcome} from "./shock-outcome.ts";

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
}

/** A scenario solved once, at its own or at drawn parameters. */
export interface SolvedShock {
  readonly states: readonly Omit<StateOutcome, "intervals">[];
  /** Made when asked for: draws need none. */
  readonly flows: () => readonly FlowOutcome[];
  readonly iterations: number;
  readonly residual: number;
}

/** Solves at elasticities times `scale`, effects drawn by `draw` (standard normal numbers; 0 is the centre). */
export type SolveShock = (scale: number, draw: () => number) => SolvedShock;

/** Herfindahl-Hirschman index of amounts, 0 to 1; null where there are none. */
function concentrationOf(amounts: readonly number[]): number | null {
  const total = amounts.reduce((a, b) => a + b, 0);
  return total > 0 ? amounts.reduce((sum, one) => sum + (one / total) ** 2, 0) : null;
}

/**
 * Concentration of what one of `n` states buys from the others, before and after; null where either is not there.
 *
 * @param before flows, exporter × importer.
 */
export function concentrations(
  n: number,
  importer: number,
  before: Float64Array,
  after: Float64Array,
): readonly [number, number] | null {
  const bought = (flows: Float64Array) =>
    Array.from({length: n}, (_, from) => flows[from * n + importer] as number).filter(
      (_, from) => from !== importer,
    );
  const [was, is] = [concentrationOf(bought(before)), concentrationOf(bought(after))];
  return was === null || is === null ? null : [was, is];
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
