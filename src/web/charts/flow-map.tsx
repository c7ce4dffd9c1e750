import {useQuery} from "@tanstack/react-query";
import {geoArea, geoCentroid, geoGraticule10, geoNaturalEarth1, geoPath} from "d3-geo";
import type {Feature, FeatureCollection, Geometry} from "geojson";
import {useMemo} from "react";
import {feature} from "topojson-client";
import type {GeometryCollection, Topology} from "topojson-specification";
import atlasAddress from "world-atlas/countries-110m.json?url";
import type {Watch} from "../../api/index.ts";
import {atlasCode, disputedLines, seatOf} from "../shape/atlas-places.ts";
import type {Flow} from "../shape/flow-lines.ts";
import {hueClass} from "../shape/power-hues.ts";

const width = 340;
const height = 158;

/** The map ends where few live: 56° south and 76° north, degrees of latitude. */
const latitudes = [-56, 76];

export interface FlowMapProps {
  readonly flows: readonly Flow[];
  readonly watch: Watch;
  readonly nameOf: (party: string) => string;
  readonly title: string;
}

/** A small locator: watched states in ink, a line to each power as wide as its share. */
export function FlowMap({flows, watch, nameOf, title}: FlowMapProps) {
  const {data: lands} = useQuery({queryKey: ["atlas"], queryFn: fetchLands});
  const map = useMemo(() => (lands === undefined ? null : layOut(lands, watch)), [lands, watch]);
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
          {map.areas.map(({key, d, role}) => (
            <path key={key} className={role} d={d} />
          ))}
          {disputedLines.map((line) => (
            <path
              key={String(line[0])}
              className="disputed"
              d={
                map.path({type: "LineString", coordinates: line.map(([lon, lat]) => [lon, lat])}) ??
                ""
              }
            />
          ))}
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

interface LaidOut {
  readonly areas: readonly {readonly key: string; readonly d: string; readonly role: string}[];
  readonly path: ReturnType<typeof geoPath>;
  readonly place: (party: string) => readonly [number, number] | null;
}

type Lands = FeatureCollection<Geometry, {readonly name: string}>;

async function fetchLands(): Promise<Lands> {
  const response = await fetch(atlasAddress);
  if (!response.ok) throw new Error(`the atlas answered ${response.status}`);
  const atlas: Topology<{countries: GeometryCollection<{name: string}>}> = await response.json();
  return feature(atlas, atlas.objects.countries);
}

/** The world turned so that the watched states stand in its middle. */
function layOut(lands: Lands, watch: Watch): LaidOut {
  const byCode = new Map(lands.features.map((land) => [String(land.id), land]));
  const landOf = (party: string) => byCode.get(atlasCode(party) ?? "");
  const centre = (party: string): readonly [number, number] | null => {
    const land = landOf(party);
    return land ? geoCentroid(largestPart(land)) : seatOf(party);
  };
  const middles = watch.states.flatMap((state) => centre(state)?.[0] ?? []);
  const turn =
    middles.length === 0 ? 0 : middles.reduce((sum, one) => sum + one, 0) / middles.length;
  const projection = geoNaturalEarth1()
    .rotate([-turn, 0])
    .fitExtent(
      [
        [2, 2],
        [width - 2, height - 2],
      ],
      inhabited(turn),
    );
  const path = geoPath(projection);
  const watched = new Set(watch.states.map(atlasCode));
  return {
    path,
    areas: lands.features
      .filter((land) => land.id !== "010")
      .map((land, index) => ({
        key: `${land.id ?? ""} ${index}`,
        d: path(land) ?? "",
        role: watched.has(String(land.id)) ? "land watched" : "land",
      })),
    place: (party) => {
      const at = centre(party);
      return at && projection([at[0], at[1]]);
    },
  };
}

/** The edge of the map that is turned to a longitude. */
function inhabited(turn: number) {
  return {
    type: "MultiPoint" as const,
    coordinates: [-179.99, -90, 0, 90, 179.99].flatMap((lon) =>
      latitudes.map((lat) => [turn + lon, lat]),
    ),
  };
}

/** The largest island or mainland of a state, so that its middle lies on it. */
function largestPart(land: Feature): Feature {
  if (land.geometry.type !== "MultiPolygon") return land;
  const parts = land.geometry.coordinates.map(
    (coordinates): Feature => ({
      type: "Feature",
      properties: null,
      geometry: {type: "Polygon", coordinates},
    }),
  );
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best));
}

function shortName(name: string, code: string): string {
  return name.length > 12 ? code : name;
}
