import type {Family} from "./series-families.ts";

/** Measures of one sector: those long enough to draw, and those that a line of figures tells better. */
export interface MeasureGroup {
  readonly sector: string;
  readonly drawn: readonly Family[];
  readonly told: readonly Family[];
}

/** Fewer periods than this make no line worth drawing. */
const fewestPeriods = 4;

/** By sector, in the order of the watch, sectors with something to draw first; within one, what is measured towards the powers first, then the longest. */
export function measureGroups(
  families: readonly Family[],
  sectors: readonly string[],
): readonly MeasureGroup[] {
  const places = [...sectors, "all sectors"];
  const groups = places.flatMap((sector): MeasureGroup[] => {
    const own = families.filter((family) => (family.sector ?? "all sectors") === sector);
    if (own.length === 0) return [];
    const long = (family: Family) => family.longest >= fewestPeriods;
    return [
      {
        sector,
        drawn: own.filter(long).sort((a, b) => alone(a) - alone(b) || b.longest - a.longest),
        told: own.filter((family) => !long(family)),
      },
    ];
  });
  return [
    ...groups.filter(({drawn}) => drawn.length > 0),
    ...groups.filter(({drawn}) => drawn.length === 0),
  ];
}

/** 1 for a measure of the state alone, 0 for one towards partners. */
function alone({panels}: Family): number {
  return panels.every(({lines}) => lines.every(({partner}) => partner === null)) ? 1 : 0;
}
