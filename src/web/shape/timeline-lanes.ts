import type {Answer, PartyId, Sector, StateCode} from "../../api/index.ts";
import type {View} from "../view.ts";
import {chosen} from "./group-moves.ts";
import {periodTime} from "./period-time.ts";

export interface Tick {
  readonly moveId: string;
  readonly text: string;
  readonly day: string;
  /** Decimal year. */
  readonly at: number;
  readonly specimen: boolean;
}

/** Dated moves of one sector with one partner. */
export interface Lane {
  readonly sector: Sector;
  readonly partner: PartyId;
  readonly ticks: readonly Tick[];
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
  const lanes = new Map<string, {sector: Sector; partner: PartyId; ticks: Map<string, Tick>}>();
  const earlier = new Set<string>();
  const undated = new Set<string>();
  for (const row of answer.moves) {
    if (!chosen(choice, row)) continue;
    const key = `${row.sector} ${row.partner}`;
    const lane = lanes.get(key) ?? {sector: row.sector, partner: row.partner, ticks: new Map()};
    lanes.set(key, lane);
    for (const move of row.moves) {
      const at = typeof move.when === "string" ? periodTime(move.when) : null;
      if (at === null) undated.add(move.moveId);
      else if (at < from) earlier.add(move.moveId);
      else
        lane.ticks.set(move.moveId, {
          moveId: move.moveId,
          text: move.text,
          day: String(move.when),
          at,
          specimen: move.specimen,
        });
    }
  }
  return {
    lanes: [...lanes.values()].map((lane) => ({...lane, ticks: [...lane.ticks.values()]})),
    from,
    to,
    earlier: earlier.size,
    undated: undated.size,
  };
}

/** How many moves each year and sector had, newest year first: the table behind the timeline. */
export function countsByYear(
  {lanes}: Timeline,
  sectors: readonly Sector[],
): readonly {readonly year: string; readonly counts: readonly number[]}[] {
  const found = new Map<string, Map<Sector, Set<string>>>();
  for (const {sector, ticks} of lanes)
    for (const {day, moveId} of ticks) {
      const year = day.slice(0, 4);
      const bySector = found.get(year) ?? new Map<Sector, Set<string>>();
      found.set(year, bySector);
      bySector.set(sector, (bySector.get(sector) ?? new Set()).add(moveId));
    }
  return [...found]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([year, bySector]) => ({
      year,
      counts: sectors.map((sector) => bySector.get(sector)?.size ?? 0),
    }));
}

/** States whose moves a timeline shows. */
export function statesShown(answer: Answer, country: string | null): readonly StateCode[] {
  return answer.watch.states.filter((state) => country === null || state === country);
}
