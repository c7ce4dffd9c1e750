import type {Watch} from "../../api/index.ts";
import {axisWords} from "../shape/number-words.ts";
import {dashOf, hueClass} from "../shape/power-hues.ts";
import {type Scale, scale, spreadLabels, ticks} from "../shape/scale.ts";
import type {Line} from "../shape/series-families.ts";

const width = 380;
const height = 170;
const margin = {left: 44, right: 92, top: 10, bottom: 22};

export interface LinePanelProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly unit: string;
  /** Domains are shared by all panels of a family, so that panels can be compared. */
  readonly years: readonly [number, number];
  readonly values: readonly [number, number];
  readonly watch: Watch;
}

/** One of the small multiples: a line per power with its interval as a pale band, named at its end. Gaps break lines. */
export function LinePanel({title, lines, unit, years, values, watch}: LinePanelProps) {
  const x = scale(years, [margin.left, width - margin.right]);
  const y = scale(values, [height - margin.bottom, margin.top]);
  const shown = lines.filter((line) => line.runs.length > 0);
  const ends = shown.map((line) => line.runs.at(-1)?.at(-1));
  const labels = spreadLabels(
    ends.map((end) => (end ? y(end.value) : 0)),
    13,
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="chart panel" role="img" aria-label={title}>
      <PanelAxes x={x} y={y} unit={unit} />
      {shown.map((line, index) => (
        <g key={line.id} className={hueClass(watch, line.partner ?? "")}>
          {line.runs.map((run) => (
            <g key={run[0]?.period}>
              <path className="band" d={bandPath(run, x, y)} />
              <path
                className="line"
                strokeDasharray={dashOf(watch, line.partner ?? "")}
                d={`M${run.map((point) => `${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)}`).join("L")}`}
              />
              {run.length === 1 && run[0] && (
                <circle className="dot" cx={x(run[0].at)} cy={y(run[0].value)} r={2.2} />
              )}
            </g>
          ))}
          <LineEnd x={x} y={y} line={line} labelY={labels[index] ?? 0} />
        </g>
      ))}
    </svg>
  );
}

function LineEnd({
  x,
  y,
  line,
  labelY,
}: {
  readonly x: Scale;
  readonly y: Scale;
  readonly line: Line;
  readonly labelY: number;
}) {
  const end = line.runs.at(-1)?.at(-1);
  if (end === undefined || line.name === "") return null;
  const at = width - margin.right + 6;
  return (
    <>
      <path className="leader" d={`M${x(end.at) + 2} ${y(end.value)}L${at - 2} ${labelY}`} />
      <text className="power-name" x={at} y={labelY + 4}>
        {line.name.length > 15 ? `${line.name.slice(0, 14)}…` : line.name}
      </text>
    </>
  );
}

function PanelAxes({x, y, unit}: {readonly x: Scale; readonly y: Scale; readonly unit: string}) {
  const bottom = height - margin.bottom;
  return (
    <g className="axis">
      {ticks(y.domain, 3).map((at) => (
        <g key={at}>
          <line x1={margin.left} x2={width - margin.right} y1={y(at)} y2={y(at)} />
          <text x={margin.left - 6} y={y(at) + 3.5} textAnchor="end">
            {axisWords(at, unit)}
          </text>
        </g>
      ))}
      {ticks(x.domain, 4)
        .filter(Number.isInteger)
        .map((year) => (
          <text key={year} x={x(year)} y={bottom + 15} textAnchor="middle">
            {year}
          </text>
        ))}
    </g>
  );
}

function bandPath(run: Line["runs"][number], x: Scale, y: Scale): string {
  if (run.every((point) => point.low === point.high)) return "";
  const upper = run.map((point) => `${x(point.at).toFixed(1)} ${y(point.high).toFixed(1)}`);
  const lower = run
    .map((point) => `${x(point.at).toFixed(1)} ${y(point.low).toFixed(1)}`)
    .reverse();
  return `M${[...upper, ...lower].join("L")}Z`;
}
