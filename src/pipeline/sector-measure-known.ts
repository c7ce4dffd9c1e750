import {dealings, listSectorMonths, type SectorMonthRow} from "../measures/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Series} from "../world/index.ts";
import {type SectorsQuestion, sectorSeriesKnown, sectorsKnown} from "./sectors-known.ts";

/** A measure by sector and month: as series from moves, and from the imported event files of each publisher. */
export interface SectorMeasureKnown {
  readonly series: readonly Series[];
  readonly files: readonly {
    readonly publisher: string;
    readonly months: readonly SectorMonthRow[];
  }[];
}

/** What is known of a measure by sector and month; null for one that is not of that kind. */
export async function sectorMeasureKnown(
  question: Omit<SectorsQuestion, "ledger"> & {readonly ledger: Ledger},
  id: string,
): Promise<SectorMeasureKnown | null> {
  const dealing = dealings.find((one) => id === `sector-${one}`);
  if (dealing === undefined) return null;
  const series = await sectorSeriesKnown(question);
  const known = await sectorsKnown(question);
  return {
    series: series.filter(({method}) => method.id === id),
    files: known.map((one) => ({
      publisher: one.span.publisher,
      months: listSectorMonths(one, dealing),
    })),
  };
}
