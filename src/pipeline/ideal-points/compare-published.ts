import {correlation} from "../../math/index.ts";
import {drawnFrom, type IdealPoints} from "../../models/index.ts";
import type {Ledger} from "../../store/index.ts";
import {type Day, type Gap, gap} from "../../world/index.ts";

/** How near our points are to one published series. */
export interface NearnessToPublished {
  readonly series: string;
  /** Country-sessions that both have. */
  readonly seats: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly correlation: number;
  /** The session in which they are least alike, by the year that the publisher gives it. */
  readonly worst: {readonly year: number; readonly correlation: number};
  /** Of our points, how many lie within the published 90 % band; null where the series has none. */
  readonly insideBandShare: number | null;
}

interface Pair {
  readonly year: number;
  readonly theirs: number;
  readonly ours: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** So many states must be there for a session to be held against another. */
const least = 20;

/** Holds our points against the published ones that the ledger has, series by series; a gap where it has none. */
export async function compareToPublished(
  points: IdealPoints,
  ledger: Pick<Ledger, "rows">,
  asOf: Day,
): Promise<readonly NearnessToPublished[] | Gap> {
  const ours = new Map(
    points.seats.map(({state, session}, seat) => [`${state} ${session + 1945}`, seat]),
  );
  /** Worked out once, though a seat stands in several series. */
  const means = new Map<number, number>();
  const meanOf = (seat: number) => {
    const mean = means.get(seat) ?? drawnFrom(points.pointsOf(seat)).value;
    means.set(seat, mean);
    return mean;
  };
  const pairs = new Map<string, Pair[]>();
  const limit = 10_000;
  for (let offset = 0, total = 1; offset < total; offset += limit) {
    const found = await ledger.rows({dataset: "ideal-points", where: [], asOf, limit, offset});
    total = found.total;
    const cell = (row: (typeof found.rows)[number], column: string) =>
      row[found.columns.indexOf(column)];
    for (const row of found.rows) {
      const seat = ours.get(`${cell(row, "state")} ${cell(row, "year")}`);
      if (seat === undefined) continue;
      const series = String(cell(row, "series"));
      const numberOrNull = (column: string) => {
        const value = cell(row, column);
        return value === null ? null : Number(value);
      };
      const pair = {
        year: Number(cell(row, "year")),
        theirs: Number(cell(row, "point")),
        ours: meanOf(seat),
        low: numberOrNull("low"),
        high: numberOrNull("high"),
      };
      const known = pairs.get(series);
      if (known === undefined) pairs.set(series, [pair]);
      else known.push(pair);
    }
  }
  if (pairs.size === 0)
    return gap(
      "published ideal points",
      `the ledger knew none on ${asOf}`,
      "`demarche import ideal-points <file>` with IdealpointsJuly2025.csv of Bailey, Strezhnev and Voeten",
    );
  return [...pairs].map(([series, all]) => nearness(series, all));
}

function nearness(series: string, pairs: readonly Pair[]): NearnessToPublished {
  const alike = (some: readonly Pair[]) =>
    correlation(
      some.map(({theirs}) => theirs),
      some.map(({ours}) => ours),
    );
  const years = [...new Set(pairs.map(({year}) => year))].sort((a, b) => a - b);
  const byYear = years
    .map((year) => ({year, some: pairs.filter((one) => one.year === year)}))
    .filter(({some}) => some.length >= least)
    .map(({year, some}) => ({year, correlation: alike(some)}))
    .sort((a, b) => a.correlation - b.correlation);
  const banded = pairs.filter(({low, high}) => low !== null && high !== null);
  const inside = banded.filter(
    ({ours, low, high}) => ours >= (low as number) && ours <= (high as number),
  );
  return {
    series,
    seats: pairs.length,
    firstYear: years[0] ?? Number.NaN,
    lastYear: years.at(-1) ?? Number.NaN,
    correlation: alike(pairs),
    worst: byYear[0] ?? {year: Number.NaN, correlation: Number.NaN},
    insideBandShare: banded.length === 0 ? null : inside.length / banded.length,
  };
}
