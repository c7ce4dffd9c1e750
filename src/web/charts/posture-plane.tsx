import type {Measured} from "../../api/index.ts";
import {short} from "../shape/number-words.ts";
import type {Trail, TrailPoint} from "../shape/posture-trails.ts";
import {extent, type Scale, scale, spreadLabels, ticks} from "../shape/scale.ts";

const size = 440;
const margin = {left: 52, right: 92, top: 14, bottom: 44};

export interface PosturePlaneProps {
  readonly trails: readonly Trail[];
  readonly a: string;
  readonly b: string;
  readonly nameOf: (party: string) => string;
}

/**
 * The plane "engagement with A × engagement with B": a trail per state through the years, each place with a pale
 * ellipse as wide as its intervals. Nearer the corner above right means more of both, not balance.
 */
export function PosturePlane({trails, a, b, nameOf}: PosturePlaneProps) {
  const points = trails.flatMap((trail) => trail.points);
  const x = scale(extent(points.flatMap(({x: at}) => ends(at))), [
    margin.left,
    size - margin.right,
  ]);
  const y = scale(extent(points.flatMap(({y: at}) => ends(at))), [
    size - margin.bottom,
    margin.top,
  ]);
  const shown = trails.filter((trail) => trail.points.length > 0);
  const labelled = shown.map((trail) => trail.points.at(-1) as TrailPoint);
  const labelY = spreadLabels(
    labelled.map((point) => y(point.y.value)),
    30,
  );
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className="chart plane"
      role="img"
      aria-label={`Engagement with ${a} against engagement with ${b}, a trail through the years for ${shown.map(({state}) => nameOf(state)).join(" and ")}`}
    >
      <Axes x={x} y={y} a={a} b={b} />
      {shown.map((trail, index) => (
        <g key={trail.state} className={index % 2 === 0 ? "trail" : "trail second"}>
          {trail.points.map((point, at) => (
            <ellipse
              key={point.period}
              className={at === trail.points.length - 1 ? "band last" : "band"}
              {...ellipseOf(point, x, y)}
            />
          ))}
          <path
            d={`M${trail.points.map((one) => `${x(one.x.value)} ${y(one.y.value)}`).join("L")}`}
          />
          {trail.points.map((point, at) => {
            const last = at === trail.points.length - 1;
            return (
              <circle
                key={point.period}
                className={last ? "place last" : "place"}
                cx={x(point.x.value)}
                cy={y(point.y.value)}
                r={last ? 4.5 : 2}
              />
            );
          })}
          {milestones(trail.points).map((point) => (
            <text
              key={point.period}
              className="year"
              x={x(point.x.value) + 5}
              y={y(point.y.value) - 5}
            >
              {point.period}
            </text>
          ))}
          <text
            className="state"
            x={x((labelled[index] as TrailPoint).x.value) + 10}
            y={(labelY[index] as number) + 2}
          >
            {nameOf(trail.state)}
            <tspan className="year" x={x((labelled[index] as TrailPoint).x.value) + 10} dy="14">
              {(labelled[index] as TrailPoint).period}
            </tspan>
          </text>
        </g>
      ))}
    </svg>
  );
}

function Axes({
  x,
  y,
  a,
  b,
}: {
  readonly x: Scale;
  readonly y: Scale;
  readonly a: string;
  readonly b: string;
}) {
  const bottom = size - margin.bottom;
  const end = size - margin.right;
  return (
    <g className="axis">
      {ticks(x.domain, 5).map((at) => (
        <g key={at}>
          <line x1={x(at)} x2={x(at)} y1={margin.top} y2={bottom} />
          <text x={x(at)} y={bottom + 15} textAnchor="middle">
            {short(at)}
          </text>
        </g>
      ))}
      {ticks(y.domain, 5).map((at) => (
        <g key={at}>
          <line x1={margin.left} x2={end} y1={y(at)} y2={y(at)} />
          <text x={margin.left - 8} y={y(at) + 4} textAnchor="end">
            {short(at)}
          </text>
        </g>
      ))}
      <text className="axis-name" x={end} y={size - 8} textAnchor="end">
        engagement with {a} →
      </text>
      <text
        className="axis-name"
        transform={`translate(12 ${margin.top}) rotate(-90)`}
        textAnchor="end"
      >
        engagement with {b} →
      </text>
    </g>
  );
}

function ends({value, interval}: Measured): readonly number[] {
  return interval === null ? [value] : [value, interval.low, interval.high];
}

/** Both intervals as an ellipse about their middle. */
function ellipseOf(point: TrailPoint, x: Scale, y: Scale) {
  const spanX = point.x.interval ?? {low: point.x.value, high: point.x.value};
  const spanY = point.y.interval ?? {low: point.y.value, high: point.y.value};
  return {
    cx: (x(spanX.low) + x(spanX.high)) / 2,
    cy: (y(spanY.low) + y(spanY.high)) / 2,
    rx: Math.max(2, Math.abs(x(spanX.high) - x(spanX.low)) / 2),
    ry: Math.max(2, Math.abs(y(spanY.high) - y(spanY.low)) / 2),
  };
}

/** The first place of a trail and one in each fifth of it, so that the eye can follow time. */
function milestones(points: readonly TrailPoint[]): readonly TrailPoint[] {
  const step = Math.max(1, Math.ceil(points.length / 5));
  return points.filter((_, index) => index % step === 0 && index < points.length - 1);
}
