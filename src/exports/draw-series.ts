import {isGap, type Series} from "../world/index.ts";
import {n, pictureFont, sourceWords, text} from "./svg-text.ts";

const width = 720;
const panelHeight = 130;
const margin = {left: 56, right: 110, top: 34, bottom: 22};

interface Place {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A series to draw, and where its level changed, by year and with which chance. */
export interface SeriesToDraw {
  readonly series: Series;
  readonly changes: Series | null;
}

/**
 * Series as small multiples in one SVG, a panel each on one time axis: a line where figures follow one another, a pale band
 * for the interval, nothing where there is a gap, a bar as high as it is sure for each change of level. Black on white, so
 * that it prints.
 */
export function drawSeries(
  series: readonly SeriesToDraw[],
  name: (party: string) => string,
): string {
  const panels = series.map((one) => ({...one, runs: runsOf(one.series)}));
  const places = panels.flatMap(({runs}) => runs.flat());
  const years = extent(places.map(({at}) => at));
  const height = Math.max(1, panels.length) * panelHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${pictureFont}" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...(panels.length === 0 ? [text(margin.left, 24, "No series")] : []),
    ...panels.map((panel, at) => drawPanel(panel, at * panelHeight, years, name)),
    "</svg>\n",
  ].join("\n");
}

interface Panel extends SeriesToDraw {
  readonly runs: readonly (readonly Place[])[];
}

function drawPanel(
  {series, changes, runs}: Panel,
  top: number,
  years: readonly [number, number],
  name: (party: string) => string,
): string {
  const places = runs.flat();
  const [least, most] = extent(places.flatMap(({low, high}) => [low, high]));
  const [low, high] = [Math.min(0, least), Math.max(0, most)];
  const x = (at: number) =>
    margin.left +
    ((at - years[0]) / (years[1] - years[0] || 1)) * (width - margin.left - margin.right);
  const bottom = top + panelHeight - margin.bottom;
  const y = (value: number) =>
    bottom - ((value - low) / (high - low || 1)) * (panelHeight - margin.top - margin.bottom);
  const last = places.at(-1);
  const label = series.partner === null ? name(series.state) : name(series.partner);
  return [
    "<g>",
    text(margin.left, top + 18, series.title, 'font-size="12"'),
    text(width - 4, top + 18, sourceOf(series), 'text-anchor="end" font-size="9" fill="#777"'),
    ...(last === undefined
      ? [text(margin.left, top + 48, "nothing is known", 'fill="#777"')]
      : [
          ...[low, high].map((value) =>
            text(margin.left - 6, y(value) + 4, short(value), 'text-anchor="end" fill="#555"'),
          ),
          `<line x1="${margin.left}" x2="${width - margin.right}" y1="${n(y(0))}" y2="${n(y(0))}" stroke="#bbb" stroke-width="0.5"/>`,
          ...years.map((year) =>
            text(
              x(year),
              bottom + 15,
              String(Math.floor(year)),
              'text-anchor="middle" fill="#555"',
            ),
          ),
          ...chancesOf(changes).map(({at, chance}) => {
            const tall = chance * (panelHeight - margin.top - margin.bottom);
            return [
              `<rect x="${n(x(at) - 2)}" width="4" y="${n(bottom - tall)}" height="${n(tall)}" fill="#111" fill-opacity="0.3"/>`,
              ...(chance < written
                ? []
                : [text(x(at) + 4, bottom - tall + 8, `${Math.round(100 * chance)} %`)]),
            ].join("");
          }),
          ...runs.map(
            (run) =>
              `<path d="${band(run, x, y)}" fill="#111" fill-opacity="0.12" stroke="none"/><path d="${line(run, x, y)}" fill="none" stroke="#111" stroke-width="1.4"/>`,
          ),
          ...runs
            .filter(({length}) => length === 1)
            .map(
              ([one]) => `<circle cx="${n(x(one?.at ?? 0))}" cy="${n(y(one?.value ?? 0))}" r="2"/>`,
            ),
          text(x(last.at) + 6, y(last.value) + 4, label),
        ]),
    "</g>",
  ].join("");
}

/** Measure and datasets, at the end of a panel's title. */
function sourceOf({method, points}: Series): string {
  const datasets = sourceWords(points.map(({figure}) => figure));
  return `${method.id} v${method.version}${datasets === "" ? "" : `: ${datasets}`}`;
}

/** A chance of a change from here on is written beside its bar. */
const written = 0.25;

/** The chance that the level changed at the start of each year. */
function chancesOf(changes: Series | null): {at: number; chance: number}[] {
  return (changes?.points ?? []).flatMap(({period, figure}) =>
    isGap(figure) ? [] : [{at: timeOf(period), chance: figure.value}],
  );
}

/** Stretches of figures without a gap between them. */
function runsOf({points}: Series): Place[][] {
  const runs: Place[][] = [];
  let run: Place[] = [];
  for (const {period, figure} of points) {
    if (isGap(figure)) {
      run = [];
      continue;
    }
    const {value, interval} = figure;
    if (run.length === 0) runs.push(run);
    run.push({
      at: timeOf(period),
      value,
      low: interval?.low ?? value,
      high: interval?.high ?? value,
    });
  }
  return runs;
}

/** "2014" is its year, "2014-07" lies within it, "2011-2015" is its end. */
function timeOf(period: string): number {
  const [year = "0", more] = period.split("-");
  if (more === undefined) return Number(year);
  return more.length === 4 ? Number(more) : Number(year) + (Number(more) - 1) / 12;
}

type To = (value: number) => number;

function line(run: readonly Place[], x: To, y: To): string {
  return `M${run.map(({at, value}) => `${n(x(at))} ${n(y(value))}`).join("L")}`;
}

function band(run: readonly Place[], x: To, y: To): string {
  const up = run.map(({at, high}) => `${n(x(at))} ${n(y(high))}`);
  const back = [...run].reverse().map(({at, low}) => `${n(x(at))} ${n(y(low))}`);
  return `M${[...up, ...back].join("L")}Z`;
}

function extent(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  return [Math.min(...values), Math.max(...values)];
}

const short = (value: number) => String(Number(value.toPrecision(3)));
