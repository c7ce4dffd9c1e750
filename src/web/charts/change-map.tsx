import {useQuery} from "@tanstack/react-query";
import {useId, useMemo} from "react";
import type {PartyId} from "../../api/index.ts";
import {atlasCode} from "../shape/atlas-places.ts";
import {DisputedLines} from "./disputed-lines.tsx";
import {fetchLands, layOut, mapHeight, mapWidth} from "./world-map.ts";

export interface ChangeMapProps {
  readonly changes: ReadonlyMap<PartyId, number>;
  /** The change that is drawn darkest, either way. */
  readonly largest: number;
  /** States in the middle of the map. */
  readonly middle: readonly PartyId[];
  readonly title: string;
}

/** Who gains and who loses: the more, the darker; states of which nothing is known are dotted. */
export function ChangeMap({changes, largest, middle, title}: ChangeMapProps) {
  const {data: lands} = useQuery({queryKey: ["atlas"], queryFn: fetchLands});
  const map = useMemo(() => (lands === undefined ? null : layOut(lands, middle)), [lands, middle]);
  const dots = useId();
  const byCode = new Map([...changes].map(([state, value]) => [atlasCode(state), value]));
  return (
    <svg
      viewBox={`0 0 ${mapWidth} ${mapHeight}`}
      className="chart map change-map"
      role="img"
      aria-label={`Map. ${title}`}
    >
      <defs>
        <pattern id={dots} width={3} height={3} patternUnits="userSpaceOnUse">
          <circle className="unknown-dot" cx={1.5} cy={1.5} r={0.5} />
        </pattern>
      </defs>
      {map && (
        <>
          {map.areas.map(({key, code, d}) => {
            const value = byCode.get(code);
            return (
              <g key={key}>
                <path className="land" d={d} />
                {value === undefined && <path fill={`url(#${dots})`} d={d} />}
                {value !== undefined && value !== 0 && (
                  <path
                    className={value > 0 ? "gain" : "loss"}
                    fillOpacity={Math.sqrt(Math.min(1, Math.abs(value) / largest))}
                    d={d}
                  />
                )}
              </g>
            );
          })}
          <DisputedLines map={map} />
        </>
      )}
    </svg>
  );
}
