import {useQuery} from "@tanstack/react-query";
import {geoGraticule10} from "d3-geo";
import {useMemo} from "react";
import type {Watch} from "../../api/index.ts";
import {atlasCode} from "../shape/atlas-places.ts";
import type {Flow} from "../shape/flow-lines.ts";
import {hueClass} from "../shape/power-hues.ts";
import {DisputedLines} from "./disputed-lines.tsx";
import {
  fetchLands,
  mapHeight as height,
  type LaidOut,
  layOut,
  mapWidth as width,
} from "./world-map.ts";

export interface FlowMapProps {
  readonly flows: readonly Flow[];
  readonly watch: Watch;
  readonly nameOf: (party: string) => string;
  readonly title: string;
}

/** A small locator: watched states in ink, a line to each power as wide as its share. */
export function FlowMap({flows, watch, nameOf, title}: FlowMapProps) {
  const {data: lands} = useQuery({queryKey: ["atlas"], queryFn: fetchLands});
  const map = useMemo(
    () => (lands === undefined ? null : layOut(lands, watch.states)),
    [lands, watch],
  );
  const watched = new Set(watch.states.map(atlasCode));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="chart map"
      role="img"
      aria-label={`Map. ${title}`}
    >
      {map && (
        <>
          <path className="graticule" d={map.path(geoGraticule10()) ?? ""} />
          {map.areas.map(({key, code, d}) => (
            <path key={key} className={watched.has(code) ? "land watched" : "land"} d={d} />
          ))}
          <DisputedLines map={map} />
          {flows.map((flow) => (
            <FlowLine key={`${flow.state} ${flow.power}`} flow={flow} map={map} watch={watch} />
          ))}
          {watch.powers.map((power) => {
            const at = map.place(power);
            if (at === null) return null;
            const left = at[0] > width - 60;
            return (
              <g key={power} className={hueClass(watch, power)}>
                <circle className="pole" cx={at[0]} cy={at[1]} r={2.6} />
                <text
                  className="power-name"
                  x={at[0] + (left ? -6 : 6)}
                  y={at[1] - 4}
                  textAnchor={left ? "end" : "start"}
                >
                  {shortName(nameOf(power), power)}
                </text>
              </g>
            );
          })}
        </>
      )}
    </svg>
  );
}

function FlowLine({
  flow,
  map,
  watch,
}: {
  readonly flow: Flow;
  readonly map: LaidOut;
  readonly watch: Watch;
}) {
  const [from, to] = [map.place(flow.state), map.place(flow.power)];
  if (from === null || to === null || !(flow.figure.value > 0)) return null;
  const bend = 0.18 * (to[0] - from[0]);
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 - Math.abs(bend) * 0.6];
  return (
    <path
      className={`flow ${hueClass(watch, flow.power)}`}
      strokeWidth={0.6 + 7 * Math.min(1, flow.figure.value)}
      d={`M${from}Q${middle} ${to}`}
    />
  );
}

function shortName(name: string, code: string): string {
  return name.length > 12 ? code : name;
}
