import type {DyadLane, Series} from "../../api/index.ts";
import {extent} from "./scale.ts";

/** A figure where it lies on the axis of time, in decimal years. */
export interface DyadPlace {
  readonly period: string;
  readonly from: number;
  readonly to: number;
  /** The middle of its period. */
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A series as it is drawn: figures of windows of years, stretches of figures on end, and periods of which nothing is known. */
export interface DyadDrawn {
  readonly windows: readonly DyadPlace[];
  readonly runs: readonly (readonly DyadPlace[])[];
  readonly gaps: readonly {readonly period: string; readonly from: number; readonly to: number}[];
  /** Ends of its own axis of values; nought is on it wherever a figure is a size. */
  readonly values: readonly [number, number];
}

/** From when to when a period lasts: "2016" → [2016, 2017], "2001-2005" → [2001, 2006]; null for what is no period. */
export function periodSpan(period: string): readonly [number, number] | null {
  const window = /^(\d{4})[-–/](\d{4})$/.exec(period);
  if (window) return [Number(window[1]), Number(window[2]) + 1];
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-\d{2})?$/.exec(period);
  if (parts === null) return null;
  const year = Number(parts[1]);
  if (parts[2] === undefined) return [year, year + 1];
  const month = Number(parts[2]) - 1;
  return [year + month / 12, year + (month + 1) / 12];
}

/** Lays a series out on the axis of time. A gap between two figures ends a stretch; it is never bridged. */
export function placeSeries({points, unit}: Pick<Series, "points" | "unit">): DyadDrawn {
  const windows: DyadPlace[] = [];
  const runs: DyadPlace[][] = [];
  const gaps: DyadDrawn["gaps"][number][] = [];
  let run: DyadPlace[] = [];
  for (const {period, figure} of points) {
    const span = periodSpan(period);
    if (span === null) continue;
    const [from, to] = span;
    if (figure.kind === "gap") {
      gaps.push({period, from, to});
      run = [];
      continue;
    }
    const {value, interval} = figure;
    const place = {
      period,
      from,
      to,
      at: (from + to) / 2,
      value,
      low: interval?.low ?? value,
      high: interval?.high ?? value,
    };
    if (to - from > 1) {
      windows.push(place);
      continue;
    }
    if (run.length === 0) runs.push(run);
    run.push(place);
  }
  const places = [...windows, ...runs.flat()];
  return {windows, runs, gaps, values: valuesOf(places, unit)};
}

/** Units of sizes, which begin at nought. */
const sizes = new Set(["share", "usd", "eur", "tonne", "count", "kinds", "index", "per-million"]);

function valuesOf(places: readonly DyadPlace[], unit: string): readonly [number, number] {
  const ends = places.flatMap(({low, high}) => [low, high]);
  const size = sizes.has(unit);
  // Nothing but noughts: an axis up to one shows that they are none.
  if (size && ends.every((end) => end === 0)) return [0, 1];
  return extent(size || places.length === 1 ? [0, ...ends] : ends);
}

/** The axis of time that all rows share: whole years, up to the day of the answer. */
export function dyadYears(
  lanes: readonly DyadLane[],
  earliest: number,
  asOf: string,
): readonly [number, number] {
  const starts = lanes.flatMap(({rows}) =>
    rows.flatMap(({series}) => series.points.flatMap(({period}) => periodSpan(period)?.[0] ?? [])),
  );
  return [Math.floor(Math.min(earliest, ...starts)), Number(asOf.slice(0, 4)) + 1];
}

/** The figure nearest to a place on the axis; null where it is farther than `reach` years from all. */
export function nearestPlace(drawn: DyadDrawn, at: number, reach: number): string | null {
  let best: {readonly period: string; readonly away: number} | null = null;
  for (const {period, from, to} of [...drawn.windows, ...drawn.runs.flat(), ...drawn.gaps]) {
    const away = at >= from && at <= to ? 0 : Math.min(Math.abs(at - from), Math.abs(at - to));
    if (away <= reach && (best === null || away < best.away)) best = {period, away};
  }
  return best?.period ?? null;
}
