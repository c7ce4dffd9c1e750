import type {Evidence, Gap, Measured, Sector, Series, StateCode} from "../world/index.ts";
import {gap, sentence, yearOf} from "../world/index.ts";
import type {Known} from "./gather-known.ts";
import type {Partner} from "./partner.ts";
import type {Recipe} from "./recipe.ts";

export type Point = Series["points"][number];

interface About {
  readonly state: StateCode;
  readonly partner: Partner | null;
  /** Tells apart the series of one measure and pair: a dataset, a direction, a sector. */
  readonly detail?: string;
  readonly title: string;
  readonly note: string;
  readonly sector?: Sector;
}

/** A series that cannot be computed still stands, with one gap that says why. */
export function seriesOf(
  known: Known,
  recipe: Recipe,
  {state, partner, detail, title, note, sector}: About,
  points: () => readonly Point[],
): Series {
  const {asOf, datasets} = known.book;
  const missing = recipe.needs.filter((dataset) => !datasets.has(dataset));
  const found = missing.length > 0 ? [] : points();
  const empty = (): Point => ({
    period: String(yearOf(asOf)),
    figure:
      missing.length > 0
        ? gap(
            title,
            `the ledger did not hold ${missing.join(" and ")} on ${asOf}`,
            `the dataset ${missing.join(" and ")}, or a later day`,
          )
        : gap(
            title,
            `${recipe.needs.join(" and ")} has no row on it as of ${asOf}`,
            "a dataset that covers the two",
          ),
  });
  const path = [recipe.id, state, partner?.id ?? "-", ...(detail === undefined ? [] : [detail])];
  return {
    id: path.join("/"),
    title: sentence(title),
    state,
    partner: partner?.id ?? null,
    sector: sector ?? recipe.sector,
    unit: recipe.unit,
    method: {id: recipe.id, version: recipe.version},
    note,
    points: found.length > 0 ? found : [empty()],
  };
}

interface Figure {
  readonly value: number;
  /** Of 90 %, unless `level` says that it is hard bounds (1). */
  readonly interval?: {readonly low: number; readonly high: number; readonly level?: 1};
  /** How the interval was made, or why there is none. */
  readonly intervalNote: string;
  readonly coverage: string;
  readonly vintage: string;
  readonly evidence: readonly Evidence[];
}

/** A figure of a recipe; with its interval where it has one. Six digits are kept. */
export function figureOf(recipe: Recipe, {interval, ...figure}: Figure): Measured {
  return {
    kind: "measured",
    value: sixDigits(figure.value),
    unit: recipe.unit,
    interval:
      interval === undefined
        ? null
        : {
            low: sixDigits(interval.low),
            high: sixDigits(interval.high),
            level: interval.level ?? 0.9,
          },
    intervalNote: figure.intervalNote,
    method: {id: recipe.id, version: recipe.version},
    coverage: figure.coverage,
    vintage: figure.vintage,
    evidence: figure.evidence.map((one) => ({...one, quote: sentence(one.quote)})),
  };
}

function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}

/** Years from the first to the last that a list has. */
export function pointsByYear(
  years: readonly number[],
  figureIn: (year: number) => Measured | Gap,
): Point[] {
  return years.map((year) => ({period: String(year), figure: figureIn(year)}));
}
