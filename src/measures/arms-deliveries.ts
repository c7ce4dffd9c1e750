import type {ArmsDelivery, Gap, Measured, RowsEvidence, StateCode} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {fiveYearWindows, type Window} from "./five-year-windows.ts";
import type {Known} from "./gather-known.ts";
import {inColumn} from "./reaches.ts";
import type {Recipe, RecipeCard} from "./recipe.ts";
import type {Point} from "./series-of.ts";

/** Recipe of a measure made from deliveries of arms. */
export function armsRecipe(id: string, unit: string, card: RecipeCard): Recipe {
  return {id, version: 1, unit, sector: "defence", needs: ["arms-deliveries"], card};
}

export const armsNote =
  "SIPRI trend-indicator values: a measure of capability, not of price. Major conventional arms only. Five-year windows.";

export const armsIntervalNote =
  "complete count of the register; its values are SIPRI's estimates, without an error";

/** Windows begin after the Cold War: what was delivered before is seldom in service, and RUS was the Soviet Union. */
const firstDelivery = 1991;

/** What other states delivered to a state in a window, a row a supplier and year. */
export interface Deliveries {
  readonly rows: readonly ArmsDelivery[];
  /** Trend-indicator value, millions. */
  readonly total: number;
  readonly evidence: RowsEvidence;
}

/** A point a window; a gap where nothing was delivered, for then there is nothing to share out. */
export function pointsByWindow(
  known: Known,
  state: StateCode,
  figureIn: (window: Window, deliveries: Deliveries) => Measured,
): Point[] {
  const own = known.book.armsDeliveries.filter(
    ({recipient, supplier, year}) =>
      recipient === state && supplier !== state && year >= firstDelivery,
  );
  return fiveYearWindows(own.map(({year}) => year)).map((window) => {
    const rows = own.filter(({year}) => year >= window.from && year <= window.to);
    const total = sumTiv(rows);
    return {
      period: window.period,
      figure:
        total > 0
          ? figureIn(window, {rows, total, evidence: evidenceOf(known, state, window, rows)})
          : nothingDelivered(known.name(state), window),
    };
  });
}

function nothingDelivered(name: string, {period}: Window): Gap {
  return gap(
    `arms delivered to ${name} in ${period}`,
    "SIPRI knows no delivery of major arms in these years, so there is nothing to share out",
    "a later edition of the SIPRI register",
  );
}

function evidenceOf(
  known: Known,
  state: StateCode,
  {from, to, period}: Window,
  rows: readonly ArmsDelivery[],
): RowsEvidence {
  const suppliers = [...new Set(rows.map(({supplier}) => supplier))].sort();
  return {
    kind: "rows",
    dataset: "arms-deliveries",
    where: [
      {column: "recipient", in: [state]},
      {column: "supplier", in: suppliers},
      {column: "year", from, to},
    ],
    count: rows.length,
    quote: `Arms delivered to ${known.name(state)} in ${period}: ${tellTiv(sumTiv(rows))} from ${suppliers.length} suppliers.`,
    reaches: [inColumn(state, "recipient")],
    vintage: newestDelivery(rows),
  };
}

export function sumTiv(rows: readonly ArmsDelivery[]): number {
  return rows.reduce((total, {tiv}) => total + tiv, 0);
}

export function tellTiv(tiv: number): string {
  return `${Number(tiv.toPrecision(3))} million TIV`;
}

/** The newest year in which something was delivered. */
export function newestDelivery(rows: readonly ArmsDelivery[]): string {
  return String(rows.reduce((year, row) => Math.max(year, row.year), 0));
}
