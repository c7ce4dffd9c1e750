import {short} from "../shape/number-words.ts";
import type {Trail, TrailPoint} from "../shape/posture-trails.ts";
import {type Scale, scale, ticks} from "../shape/scale.ts";

const size = 380;
const margin = {left: 58, right: 16, top: 10, bottom: 42};

export interface PosturePlaneProps {
  readonly trail: Trail;
  /** Names of the powers and of the state. */
  readonly a: string;
  readonly b: string;
  readonly state: string;
  /** Shared by the planes of all states, so that they can be compared. */
  readonly across: readonly [number, number];
  readonly up: readonly [number, number];
}

/**
 * The plane "engagement with A × engagement with B": a state's trail through the years, each place in a pale ellipse
 * as wide as its intervals. The heavier lines stand at zero: as much as one would expect of two states of their size.
 */
export function PosturePlane({trail, a, b, state, across, up}: PosturePlaneProps) {
  const x = scale(across, [margin.left, size - margin.right]);
  const y = scale(up, [size - margin.bottom, margin.top]);
  const last = trail.points.at(-1);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className="chart plane"
      role="img"
      aria-label={`Engagement of ${state} with ${a} against engagement with ${b}, a trail through the years`}
    >
      <Axes x={x} y={y} a={a} b={b} />
      {trail.points.map((point) => (
        <ellipse
          key={point.period}
          className={point === last ? "band last" : "band"}
          {...ellipseOf(point, x, y)}
        />
      ))}
      <path
        className="trail"
        d={`M${trail.points.map((one) => `${x(one.x.value)} ${y(one.y.value)}`).join("L")}`}
      />
      {trail.points.map((point) => (
        <circle
          key={point.period}
          className="place"
          cx={x(point.x.value)}
          cy={y(point.y.value)}
          r={point === last ? 4.5 : 2}
        />
      ))}
      {milestones(trail.points).map((point) => (
        <text
          key={point.period}
          className={point === last ? "year last" : "year"}
          x={x(point.x.value) + 6}
          y={y(point.y.value) - 6}
        >
          {point.period}
        </text>
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
          <line
            className={at === 0 ? "expected" : ""}
            x1={x(at)}
            x2={x(at)}
            y1={margin.top}
            y2={bottom}
          />
          <text x={x(at)} y={bottom + 15} textAnchor="middle">
            {short(at)}
          </text>
        </g>
      ))}
      {ticks(y.domain, 5).map((at) => (
        <g key={at}>
          <line
            className={at === 0 ? "expected" : ""}
            x1={margin.left}
            x2={end}
            y1={y(at)}
            y2={y(at)}
          />
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

/** The first place of a trail, the last, and one in each third between, so that the eye can follow time. */
function milestones(points: readonly TrailPoint[]): readonly TrailPoint[] {
  const step = Math.max(1, Math.ceil(points.length / 3));
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}
