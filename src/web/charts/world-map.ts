import {geoArea, geoCentroid, geoNaturalEarth1, geoPath} from "d3-geo";
import type {Feature, FeatureCollection, Geometry} from "geojson";
import {feature} from "topojson-client";
import type {GeometryCollection, Topology} from "topojson-specification";
import atlasAddress from "world-atlas/countries-110m.json?url";
import type {PartyId} from "../../api/index.ts";
import {atlasCode, seatOf} from "../shape/atlas-places.ts";

/** Size of every map, in its own units. */
export const mapWidth = 340;
export const mapHeight = 158;

/** The map ends where few live: 56° south and 76° north, degrees of latitude. */
const latitudes = [-56, 76];

export interface LaidOut {
  /** `code` is the atlas's own. */
  readonly areas: readonly {readonly key: string; readonly code: string; readonly d: string}[];
  readonly path: ReturnType<typeof geoPath>;
  readonly place: (party: string) => readonly [number, number] | null;
}

export type Lands = FeatureCollection<Geometry, {readonly name: string}>;

export async function fetchLands(): Promise<Lands> {
  const response = await fetch(atlasAddress);
  if (!response.ok) throw new Error(`the atlas answered ${response.status}`);
  const atlas: Topology<{countries: GeometryCollection<{name: string}>}> = await response.json();
  return feature(atlas, atlas.objects.countries);
}

/** The world turned so that these states stand in its middle. */
export function layOut(lands: Lands, states: readonly PartyId[]): LaidOut {
  const byCode = new Map(lands.features.map((land) => [String(land.id), land]));
  const landOf = (party: string) => byCode.get(atlasCode(party) ?? "");
  const centre = (party: string): readonly [number, number] | null => {
    const land = landOf(party);
    return land ? geoCentroid(largestPart(land)) : seatOf(party);
  };
  const middles = states.flatMap((state) => centre(state)?.[0] ?? []);
  const turn =
    middles.length === 0 ? 0 : middles.reduce((sum, one) => sum + one, 0) / middles.length;
  const projection = geoNaturalEarth1()
    .rotate([-turn, 0])
    .fitExtent(
      [
        [2, 2],
        [mapWidth - 2, mapHeight - 2],
      ],
      inhabited(turn),
    );
  const path = geoPath(projection);
  return {
    path,
    areas: lands.features
      .filter((land) => land.id !== "010")
      .map((land, index) => ({
        key: `${land.id ?? ""} ${index}`,
        code: String(land.id ?? ""),
        d: path(land) ?? "",
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
