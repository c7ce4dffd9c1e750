import type {MouseEvent} from "react";
import type {Watch} from "../../api/index.ts";
import {hueClass} from "../shape/power-hues.ts";
import {ticks as roundTicks, type Scale, scale} from "../shape/scale.ts";
import type {Lane, Strip, Tick, Timeline} from "../shape/timeline-lanes.ts";

const width = 820;
const left = 96;
const right = 100;
const top = 18;
const stripHeight = 11;
const laneGap = 12;

export interface MovesTimelineProps {
  readonly timeline: Timeline;
  readonly watch: Watch;
  readonly nameOf: (party: string) => string;
  readonly onOpen: (moveId: string) => void;
}

/**
 * Moves on one time axis: a lane for each sector, in it a strip for each power. A move of a known day is a tick; moves
 * known only by their year are a pale block as wide as the year, higher for more of them.
 */
export function MovesTimeline({timeline, watch, nameOf, onOpen}: MovesTimelineProps) {
  const x = scale([timeline.from, timeline.to], [left, width - right]);
  const {placed, empty, bottom} = placeStrips(timeline.lanes);
  const named = new Set<string>();
  const open = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const ratio = width / box.width;
    const near = nearest(
      placed,
      x,
      (event.clientX - box.left) * ratio,
      (event.clientY - box.top) * ratio,
    );
    if (near) onOpen(near.moveId);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every move stands in the table above, which the keyboard reaches.
    <svg
      viewBox={`0 0 ${width} ${bottom + 22}`}
      className="chart timeline"
      role="img"
      aria-label={`Moves by date, ${timeline.from} to ${timeline.to - 1}, a lane for each sector`}
      onClick={open}
    >
      {roundTicks(x.domain, 8).map((year) => (
        <g key={year} className="axis">
          <line x1={x(year)} x2={x(year)} y1={top - 6} y2={bottom} />
          <text x={x(year)} y={bottom + 16} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      {empty.map(({sector, y}) => (
        <g key={sector}>
          <LaneName sector={sector} y={y} />
          <text className="nothing" x={left + 4} y={y + stripHeight - 2}>
            no dated move known
          </text>
        </g>
      ))}
      {placed.map(({strip, sector, y, first}) => {
        const fresh = !named.has(strip.partner);
        named.add(strip.partner);
        return (
          <g key={`${sector} ${strip.partner}`} className={hueClass(watch, strip.partner)}>
            {first && <LaneName sector={sector} y={y} />}
            <line
              className="strip"
              x1={left}
              x2={width - right}
              y1={y + stripHeight}
              y2={y + stripHeight}
            />
            <path className="years" d={blockPath(strip.ticks, x, y)} />
            <path
              className="days"
              d={tickPath(
                strip.ticks.filter(({specimen}) => !specimen),
                x,
                y,
              )}
            />
            <path
              className="days specimen"
              d={tickPath(
                strip.ticks.filter(({specimen}) => specimen),
                x,
                y,
              )}
            />
            {fresh && (
              <text className="power-name" x={width - right + 8} y={y + stripHeight - 1}>
                {nameOf(strip.partner).slice(0, 16)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function LaneName({sector, y}: {readonly sector: string; readonly y: number}) {
  return (
    <text className="lane-name" x={0} y={y + stripHeight - 2}>
      {sector}
    </text>
  );
}

interface PlacedStrip {
  readonly strip: Strip;
  readonly sector: string;
  readonly y: number;
  readonly first: boolean;
}

/** Strips of one sector touch; sectors stand apart, and an empty one takes a single line. */
function placeStrips(lanes: readonly Lane[]) {
  const placed: PlacedStrip[] = [];
  const empty: {readonly sector: string; readonly y: number}[] = [];
  let y = top;
  for (const {sector, strips} of lanes) {
    if (strips.length === 0) {
      empty.push({sector, y});
      y += stripHeight + 2;
    }
    for (const [index, strip] of strips.entries()) {
      placed.push({strip, sector, y, first: index === 0});
      y += stripHeight + 2;
    }
    y += laneGap;
  }
  return {placed, empty, bottom: y - laneGap};
}

/** One path for all ticks of a strip: two thousand moves stay a few dozen elements. */
function tickPath(ticks: readonly Tick[], x: Scale, y: number): string {
  const places = new Set(ticks.filter(({yearOnly}) => !yearOnly).map(({at}) => x(at).toFixed(1)));
  return [...places].map((at) => `M${at} ${y + 1}v${stripHeight - 1}`).join("");
}

/** Years with moves of no known day; four or more fill the strip. */
function blockPath(ticks: readonly Tick[], x: Scale, y: number): string {
  const years = new Map<number, number>();
  for (const {at, yearOnly} of ticks)
    if (yearOnly) years.set(Math.floor(at), (years.get(Math.floor(at)) ?? 0) + 1);
  const wide = x(1) - x(0) - 1.5;
  return [...years]
    .map(([year, count]) => {
      const height = (Math.min(4, count) / 4) * (stripHeight - 1);
      return `M${(x(year) + 0.75).toFixed(1)} ${y + stripHeight}v${-height}h${wide.toFixed(1)}v${height}Z`;
    })
    .join("");
}

/** The move under the pointer in its strip, at most half a year or six units away. */
function nearest(
  strips: readonly PlacedStrip[],
  x: Scale,
  pointerX: number,
  pointerY: number,
): Tick | null {
  const found = strips.find(({y}) => pointerY >= y && pointerY <= y + stripHeight + 1);
  let best: Tick | null = null;
  let distance = Math.max(6, (x(1) - x(0)) / 2);
  for (const tick of found?.strip.ticks ?? []) {
    const away = Math.abs(x(tick.at) - pointerX);
    if (away < distance) [best, distance] = [tick, away];
  }
  return best;
}
