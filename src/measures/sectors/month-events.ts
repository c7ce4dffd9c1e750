import type {Sector, SectorMonth, StateCode} from "../../world/index.ts";

/** Co-operative and conflictual events month by month. */
export interface Tally {
  readonly cooperation: Float64Array;
  readonly conflict: Float64Array;
}

/** Coded events by month, looked up by sector and pair; "" stands for all states. */
export interface MonthEvents {
  /** year · 12 + month − 1. */
  readonly firstMonth: number;
  readonly months: number;
  of(sector: Sector, source: StateCode | "", target: StateCode | ""): Tally | undefined;
}

/** An index of some months, into which rows that have their margins are put; those of one key add up. */
export function indexMonths({
  firstMonth,
  months,
}: Pick<MonthEvents, "firstMonth" | "months">): MonthEvents & {
  add(rows: Iterable<SectorMonth>): void;
} {
  const tallies = new Map<string, Tally>();
  const keyOf = (sector: Sector, source: string, target: string) => `${sector} ${source}>${target}`;
  return {
    firstMonth,
    months,
    of: (sector, source, target) => tallies.get(keyOf(sector, source, target)),
    add: (rows) => {
      for (const {month, sector, source, target, cooperation, conflict} of rows) {
        const at = month - firstMonth;
        if (at < 0 || at >= months) continue;
        const key = keyOf(sector, source, target);
        let tally = tallies.get(key);
        if (tally === undefined) {
          tally = {cooperation: new Float64Array(months), conflict: new Float64Array(months)};
          tallies.set(key, tally);
        }
        tally.cooperation[at] = (tally.cooperation[at] as number) + cooperation;
        tally.conflict[at] = (tally.conflict[at] as number) + conflict;
      }
    },
  };
}
