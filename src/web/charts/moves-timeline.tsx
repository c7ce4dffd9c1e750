import type {MouseEvent} from "react";
import type {Sector, Watch} from "../../api/index.ts";
import {hueClass} from "../shape/power-hues.ts";
import {ticks as roundTicks, scale} from "../shape/scale.ts";
import type {Lane, Tick, Timeline} from "../shape/timeline-lanes.ts";

const width = 820;
const left = 96;
const right = 84;
const strip = 9;
const laneGap = 10;
const top = 22;

export interface MovesTimelineProps {
  readonly timeline: Timeline;
  readonly watch: Watch;
  readonly nameOf: (party: string) => string;
  readonly onOpen: (moveId: string) => void;
}

/** Moves as ticks on one time axis: a lane for each sector, in it a strip for each power. */
export function MovesTimeline({timeline, watch, nameOf, onOpen}: MovesTimelineProps) {
  const x = scale([timeline.from, timeline.to], [left, width - right]);
  const placed = placeLanes(timeline.lanes);
  const bottom = top + placed.height;
  const open = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const ratio = width / box.width;
    const near = nearest(placed.lanes, x, {
      x: (event.clientX - box.left) * ratio,
      y: (event.clientY - box.top) * ratio,
    });
    if (near) onOpen(near.moveId);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every tick is a row of the table above, which the keyboard reaches.
    <svg
      viewBox={`0 0 ${width} ${bottom + 24}`}
      className="chart timeline"
      role="img"
      aria-label={`Moves by date, ${timeline.from} to ${timeline.to - 1}, a lane for each sector`}
      onClick={open}
    >
      {roundTicks(x.domain, 8).map((year) => (
        <g key={year} className="axis">
          <line x1={x(year)} x2={x(year)} y1={top - 4} y2={bottom} />
          <text x={x(year)} y={bottom + 16} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      {placed.lanes.map(({lane, y, first, last}, index) => (
        <g key={`${lane.sector} ${lane.partner}`} className={hueClass(watch, lane.partner)}>
          {first && (
            <text x={0} y={y + strip - 1} className="lane-name">
              {lane.sector}
            </text>
          )}
          <line className="strip" x1={left} x2={width - right} y1={y + strip} y2={y + strip} />
          <path
            className="ticks"
            d={tickPath(
              lane.ticks.filter((tick) => !tick.specimen),
              x,
              y,
            )}
          />
          <path
            className="ticks specimen"
            d={tickPath(
              lane.ticks.filter((tick) => tick.specimen),
              x,
              y,
            )}
          />
          {index < placed.strips && (
            <text x={width - right + 8} y={y + strip} className="power-name">
              {short(nameOf(lane.partner))}
            </text>
          )}
          {last && (
            <line
              className="lane-end"
              x1={0}
              x2={width}
              y1={y + strip + laneGap / 2}
              y2={y + strip + laneGap / 2}
            />
          )}
        </g>
      ))}
    </svg>
  );
}

interface PlacedLane {
  readonly lane: Lane;
  readonly y: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** Strips of one sector touch; sectors stand apart. */
function placeLanes(lanes: readonly Lane[]): {
  readonly lanes: readonly PlacedLane[];
  readonly height: number;
  readonly strips: number;
} {
  const sectors = [...new Set(lanes.map((lane) => lane.sector))];
  const placed: PlacedLane[] = [];
  let y = top;
  for (const sector of sectors) {
    const own = lanes.filter((lane) => lane.sector === sector);
    for (const [index, lane] of own.entries()) {
      placed.push({lane, y, first: index === 0, last: index === own.length - 1});
      y += strip + 2;
    }
    y += laneGap;
  }
  const strips = lanes.filter((lane) => lane.sector === (sectors[0] as Sector)).length;
  return {lanes: placed, height: y - top - laneGap, strips};
}

/** One path for all ticks of a lane: two thousand moves stay a few dozen elements. */
function tickPath(ticks: readonly Tick[], x: (at: number) => number, y: number): string {
  const places = new Set(ticks.map((tick) => x(tick.at).toFixed(1)));
  return [...places].map((at) => `M${at} ${y + 1}v${strip - 1}`).join("");
}

/** The tick under the pointer, at most 6 units away, in the strip that the pointer is in. */
function nearest(
  lanes: readonly PlacedLane[],
  x: (at: number) => number,
  pointer: {readonly x: number; readonly y: number},
): Tick | null {
  const lane = lanes.find(({y}) => pointer.y >= y - 1 && pointer.y <= y + strip + 1)?.lane;
  let best: Tick | null = null;
  let distance = 6;
  for (const tick of lane?.ticks ?? []) {
    const away = Math.abs(x(tick.at) - pointer.x);
    if (away < distance) [best, distance] = [tick, away];
  }
  return best;
}

function short(name: string): string {
  return name.length > 13 ? `${name.slice(0, 12)}…` : name;
}
