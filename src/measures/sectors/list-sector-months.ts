import type {PartyId, Sector, StateCode} from "../../world/index.ts";
import {widestShown} from "../engagement-of.ts";
import {type Dealing, seriesAt} from "./count-sectors.ts";
import {type Band, bandAt, monthText} from "./sector-month.ts";
import type {SectorsTracked} from "./track-sectors.ts";

/** A sector-month of a pair as it was counted from event files. */
export interface SectorMonthRow {
  readonly state: StateCode;
  readonly partner: PartyId;
  readonly sector: Sector;
  readonly period: string;
  readonly events: number;
  readonly expected: number;
  /** Log engagement; null where the count says little more than was assumed beforehand. */
  readonly engagement: Omit<Band, "share"> | null;
}

/** Sector-months in which something can be expected of a pair, pair by pair and sector by sector, oldest first. */
export function listSectorMonths(
  {pairs, sectors, counts, tracked}: SectorsTracked,
  dealing: Dealing,
): SectorMonthRow[] {
  const {firstMonth, months, seen, expected, groups} = counts[dealing];
  return pairs.flatMap(({state, partner}, at) =>
    sectors.flatMap((sector, order) =>
      Array.from(
        {length: months},
        (_, month) => month * groups.length + seriesAt(at, order, sectors),
      ).flatMap((index, month): SectorMonthRow[] => {
        if (!((expected[index] as number) > 0)) return [];
        const {share, ...band} = bandAt(tracked[dealing], index);
        return [
          {
            state,
            partner: partner.id,
            sector,
            period: monthText(firstMonth + month),
            events: seen[index] as number,
            expected: expected[index] as number,
            engagement: share > widestShown ? null : band,
          },
        ];
      }),
    ),
  );
}
