import type {Sector, Series} from "../world/index.ts";

/** Whether a series speaks of a sector: by its own word for it. */
export function isOfSector(series: Series, sector: Sector): boolean {
  return series.sector === sector;
}
