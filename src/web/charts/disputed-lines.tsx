import {disputedLines} from "../shape/atlas-places.ts";
import type {LaidOut} from "./world-map.ts";

/** Borders in dispute, dashed on every map. */
export function DisputedLines({map}: {readonly map: LaidOut}) {
  return disputedLines.map((line) => (
    <path
      key={String(line[0])}
      className="disputed"
      d={map.path({type: "LineString", coordinates: line.map(([lon, lat]) => [lon, lat])}) ?? ""}
    />
  ));
}
