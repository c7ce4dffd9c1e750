import type {Answer, PartyId, Sector} from "../../api/index.ts";
import type {View} from "../view.ts";
import {chosen} from "./group-moves.ts";
import {periodTime} from "./period-time.ts";

export interface Tick {
  readonly moveId: string;
  readonly day: string;
  /** Decimal year; the middle of the year for a move known only by its year. */
  readonly at: number;
  readonly yearOnly: boolean;
  readonly specimen: boolean;
}

/** Dated moves of one sector with one partner. */
export interface Strip {
  readonly partner: PartyId;
  readonly ticks: readonly Tick[];
}

export interface Lane {
  readonly sector: Sector;
  /** A strip for each partner; none where the sector has no move on the axis. */
  readonly strips: readonly Strip[];
}

export interface Timeline {
  readonly lanes: readonly Lane[];
  /** Years on the axis. */
  readonly from: number;
  readonly to: number;
  readonly earlier: number;
  readonly undated: number;
}

/** Years that the axis shows; what is older is counted in words. */
const yearsShown = 35;

/** Moves on one time axis, by sector and partner; a move of two sectors stands in both lanes. */
export function timelineLanes(
  answer: Answer,
  choice: Pick<View, "country" | "partner" | "sector">,
): Timeline {
  const to = Number(answer.asOf.slice(0, 4)) + 1;
  const from = to - yearsShown;
  const lanes = new Map<Sector, Map<PartyId, Map<string, Tick>>>();
  const earlier = new Set<string>();
  const undated = new Set<string>();
  for (const row of answer.moves) {
    if (!chosen(choice, row)) continue;
    const lane = lanes.get(row.sector) ?? new Map<PartyId, Map<string, Tick>>();
    lanes.set(row.sector, lane);
    const strip = lane.get(row.partner) ?? new Map<string, Tick>();
    lane.set(row.partner, strip);
    for (const {moveId, when, precision, specimen} of row.moves) {
      const yearOnly = precision === "year";
      const at = typeof when === "string" ? periodTime(yearOnly ? when.slice(0, 4) : when) : null;
      if (at === null) undated.add(moveId);
      else if (at < from) earlier.add(moveId);
      else strip.set(moveId, {moveId, day: String(when), at, yearOnly, specimen});
    }
  }
  return {
    lanes: [...lanes].map(([sector, lane]) => ({sector, strips: stripsOf(lane)})),
    from,
    to,
    earlier: earlier.size,
    undated: undated.size,
  };
}

function stripsOf(lane: ReadonlyMap<PartyId, ReadonlyMap<string, Tick>>): readonly Strip[] {
  const strips = [...lane].map(([partner, ticks]) => ({partner, ticks: [...ticks.values()]}));
  return strips.some(({ticks}) => ticks.length > 0) ? strips : [];
}

/** How many moves each year and sector had, newest year first: the table behind the timeline. */
export function countsByYear({
  lanes,
}: Timeline): readonly {readonly year: string; readonly counts: readonly number[]}[] {
  const years = new Set<string>();
  const counts = lanes.map(({strips}) => {
    const byYear = new Map<string, Set<string>>();
    for (const {ticks} of strips)
      for (const {day, moveId} of ticks) {
        const year = day.slice(0, 4);
        years.add(year);
        byYear.set(year, (byYear.get(year) ?? new Set()).add(moveId));
      }
    return byYear;
  });
  return [...years]
    .sort((a, b) => (a < b ? 1 : -1))
    .map((year) => ({year, counts: counts.map((byYear) => byYear.get(year)?.size ?? 0)}));
}
