import type {MouseEvent} from "react";
import type {Series} from "../../api/index.ts";
import {type DyadDrawn, type DyadPlace, nearestPlace, periodSpan} from "../shape/dyad-places.ts";
import {axisWords} from "../shape/number-words.ts";
import {type Scale, scale, ticks} from "../shape/scale.ts";

const width = 520;
const height = 58;
const margin = {left: 50, right: 8, top: 7, bottom: 8};

/** A chance of a change from here on is written beside its bar. */
const written = 0.25;

type Years = readonly [number, number];

/** The axis of time of all rows of a pair, in years. */
export function DyadAxis({years}: {readonly years: Years}) {
  const x = xOf(years);
  return (
    <svg viewBox={`0 0 ${width} 16`} className="chart dyad-axis" aria-hidden="true">
      {yearTicks(x).map((year) => (
        <text key={year} x={x(year)} y={12} textAnchor="middle">
          {year}
        </text>
      ))}
    </svg>
  );
}

/**
 * One series of a pair: a line with its interval as a pale band, a bar for a window of years, a grey foot where nothing
 * is known. Where chances of a change of level are given, each is a bar as high as it is sure.
 */
export function DyadRowChart({
  title,
  drawn,
  changes,
  unit,
  years,
  className,
  onOpen,
}: {
  readonly title: string;
  readonly drawn: DyadDrawn;
  readonly changes: Series | null;
  readonly unit: string;
  readonly years: Years;
  /** Sets the colour of the power. */
  readonly className: string;
  readonly onOpen: (period: string) => void;
}) {
  const x = xOf(years);
  const bottom = height - margin.bottom;
  const y = scale(drawn.values, [bottom, margin.top]);
  const empty = drawn.windows.length === 0 && drawn.runs.length === 0;
  const open = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = ((event.clientX - box.left) * width) / box.width;
    const at =
      years[0] + ((place - margin.left) / (x(years[1]) - x(years[0]))) * (years[1] - years[0]);
    const period = nearestPlace(drawn, at, 1);
    if (period !== null) onOpen(period);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every figure stands in the table below, which the keyboard reaches.
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={`chart dyad-row ${className}`}
      role="img"
      aria-label={title}
      onClick={open}
    >
      <g className="axis">
        {yearTicks(x).map((year) => (
          <line key={year} x1={x(year)} x2={x(year)} y1={margin.top} y2={bottom} />
        ))}
        {!empty &&
          ticks(y.domain, 3).map((at) => (
            <text key={at} x={margin.left - 6} y={y(at) + 3.5} textAnchor="end">
              {axisWords(at, unit)}
            </text>
          ))}
        {!empty && y.domain[0] < 0 && y.domain[1] > 0 && (
          <line
            className="expected"
            x1={margin.left}
            x2={width - margin.right}
            y1={y(0)}
            y2={y(0)}
          />
        )}
      </g>
      {drawn.gaps.map(({period, from, to}) => (
        <rect
          key={period}
          className="not-known"
          x={x(from)}
          width={Math.max(1.5, x(to) - x(from))}
          y={bottom}
          height={4}
        />
      ))}
      {changes && <Changes changes={changes} x={x} />}
      {drawn.windows.map((place) => (
        <g key={place.period}>
          {place.low < place.high && (
            <rect
              className="band"
              x={x(place.from) + 1}
              width={x(place.to) - x(place.from) - 2}
              y={y(place.high)}
              height={y(place.low) - y(place.high)}
            />
          )}
          <line
            className="line"
            x1={x(place.from) + 1}
            x2={x(place.to) - 1}
            y1={y(place.value)}
            y2={y(place.value)}
          />
        </g>
      ))}
      {drawn.runs.map((run) => (
        <Run key={run[0]?.period} run={run} x={x} y={y} />
      ))}
    </svg>
  );
}

function Run({
  run,
  x,
  y,
}: {
  readonly run: readonly DyadPlace[];
  readonly x: Scale;
  readonly y: Scale;
}) {
  const point = (at: number, value: number) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
  const upper = run.map(({at, high}) => point(at, high));
  const lower = run.map(({at, low}) => point(at, low)).reverse();
  return (
    <>
      {run.length > 1 && run.some(({low, high}) => low < high) && (
        <path className="band" d={`M${[...upper, ...lower].join("L")}Z`} />
      )}
      {run.length === 1 && run[0] && run[0].low < run[0].high && (
        <line
          className="whisker"
          x1={x(run[0].at)}
          x2={x(run[0].at)}
          y1={y(run[0].low)}
          y2={y(run[0].high)}
        />
      )}
      <path className="line" d={`M${run.map(({at, value}) => point(at, value)).join("L")}`} />
      {run.length <= 40 &&
        run.map(({period, at, value}) => (
          <circle key={period} className="dot" cx={x(at)} cy={y(value)} r={1.9} />
        ))}
    </>
  );
}

/** The chance that the level changed at the start of each year. */
function Changes({changes, x}: {readonly changes: Series; readonly x: Scale}) {
  const bottom = height - margin.bottom;
  const tall = bottom - margin.top;
  return changes.points.map(({period, figure}) => {
    const span = periodSpan(period);
    if (span === null || figure.kind === "gap") return null;
    const at = x(span[0]);
    return (
      <g key={period} className="change">
        <rect x={at - 2} width={4} y={bottom - figure.value * tall} height={figure.value * tall} />
        {figure.value >= written && (
          <text x={at + 4} y={Math.max(margin.top + 8, bottom - figure.value * tall + 8)}>
            {Math.round(100 * figure.value)} %
          </text>
        )}
      </g>
    );
  });
}

/** Moves of one sector by date: a tick each, a pale block for a year of which no day is known. */
export function DyadMovesChart({
  title,
  places,
  years,
  className,
}: {
  readonly title: string;
  readonly places: readonly {
    readonly moveId: string;
    readonly at: number;
    readonly yearOnly: boolean;
  }[];
  readonly years: Years;
  readonly className: string;
}) {
  const x = xOf(years);
  const low = 14;
  const days = [
    ...new Set(places.filter(({yearOnly}) => !yearOnly).map(({at}) => x(at).toFixed(1))),
  ];
  const whole = [...new Set(places.filter(({yearOnly}) => yearOnly).map(({at}) => Math.floor(at)))];
  return (
    <svg
      viewBox={`0 0 ${width} ${low + 2}`}
      className={`chart dyad-row dyad-moves ${className}`}
      role="img"
      aria-label={title}
    >
      {whole.map((year) => (
        <rect key={year} className="band" x={x(year)} width={x(1) - x(0)} y={3} height={low - 3} />
      ))}
      <path className="line" d={days.map((at) => `M${at} 1v${low - 1}`).join("")} />
      <line className="strip" x1={margin.left} x2={width - margin.right} y1={low} y2={low} />
    </svg>
  );
}

function xOf(years: Years): Scale {
  return scale(years, [margin.left, width - margin.right]);
}

function yearTicks(x: Scale): readonly number[] {
  return ticks(x.domain, 8).filter(Number.isInteger);
}
