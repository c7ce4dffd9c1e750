import type {DatasetId, Series} from "../world/index.ts";
import {detailOf, type Scene} from "./scene.ts";

export type Flow = "exports" | "imports";

/** Datasets in which shares of trade stand. */
export const tradeDatasets: readonly DatasetId[] = [
  "trade-matrix",
  "trade-cow",
  "trade-sections",
  "trade-partners",
];

/**
 * Series of the partner's share in the state's exports or imports, of all goods or of the sector's. For all goods the
 * list of largest partners stands beside the matrices, because it reaches nearer to the present.
 */
export function tradeShares(scene: Scene, flow: Flow): readonly Series[] {
  const {state, partner, sector} = scene;
  const one = flow === "exports" ? "export" : "import";
  if (sector !== "trade")
    return scene
      .series(`trade-section-${one}-share`, state, partner)
      .filter((series) => series.sector === sector);
  return [
    ...scene.series(`trade-${one}-share`, state, partner),
    ...scene
      .series("top-partner-share", state, partner)
      .filter((series) => detailOf(series) === flow),
  ];
}
