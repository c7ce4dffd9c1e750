import type {DatasetId, Series} from "../world/index.ts";
import {type Newest, newestAmong, type Scene} from "./scene.ts";

/** Datasets in which shares of trade stand. */
export const tradeDatasets: readonly DatasetId[] = [
  "trade-matrix",
  "trade-cow",
  "trade-sections",
  "trade-partners",
];

/**
 * The newest share that the partner has in the state's exports or imports, of all goods or of the sector's. For all
 * goods the list of largest partners reaches further than the matrices, so that the newer of the two is taken.
 */
export function tradeShare(scene: Scene, flow: "exports" | "imports"): Newest | null {
  const {state, partner, sector} = scene;
  const one = flow === "exports" ? "export" : "import";
  if (sector !== "trade")
    return newestAmong(
      scene
        .series(`trade-section-${one}-share`, state, partner)
        .filter((series) => series.sector === sector),
    );
  return newestAmong([
    ...scene.series(`trade-${one}-share`, state, partner),
    ...scene
      .series("top-partner-share", state, partner)
      .filter((series) => detailOf(series) === flow),
  ]);
}

/** What stands after method, state and partner in a series' id. */
export function detailOf({id}: Series): string {
  return id.split("/").slice(3).join("/");
}
