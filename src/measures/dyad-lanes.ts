import type {PartyId, Series, StateCode} from "../world/index.ts";

/** What passes between two sides, told apart by kind. */
export const dyadLaneNames = [
  "votes",
  "trade",
  "arms",
  "events",
  "press",
  "investment",
  "fuel",
  "memberships and treaties",
  "sanctions",
] as const;
export type DyadLaneName = (typeof dyadLaneNames)[number];

/** One series of a pair, and where its level changed, by year and with which chance; null where that is not worked out. */
export interface DyadRow {
  readonly series: Series;
  readonly changes: Series | null;
}

export interface DyadLane {
  readonly lane: DyadLaneName;
  readonly rows: readonly DyadRow[];
}

const laneOf: Readonly<Record<string, DyadLaneName>> = {
  "un-agreement": "votes",
  "un-agreement-by-issue": "votes",
  "un-side-taking": "votes",
  "un-side-lean": "votes",
  "arms-stock-share": "arms",
  "icews-attention": "events",
  "icews-cooperation": "events",
  "icews-conflict": "events",
  "icews-cooperative-share": "events",
  "icews-cooperation-trend": "events",
  "icews-conflict-trend": "events",
  "gdelt-attention": "press",
  "fdi-position": "investment",
  "russian-fuel": "fuel",
  "energy-2020-share": "fuel",
  "shared-bodies": "memberships and treaties",
  "agreements-in-force": "memberships and treaties",
  "sanctions-by": "sanctions",
};

/** Measures whose level is watched for changes, and the measure that tells the chance of one. */
const changesOf: Readonly<Record<string, string>> = {
  "icews-cooperation": "icews-cooperation-change",
  "icews-conflict": "icews-conflict-change",
};

/**
 * All series of a state towards a partner, in lanes that may share one axis of time. Chances of a change stand with the
 * series whose level they are of; what no lane is named for is of trade. Within a lane the longest known stand first.
 */
export function dyadLanes(
  series: readonly Series[],
  state: StateCode,
  partner: PartyId,
): readonly DyadLane[] {
  const own = series.filter((one) => one.state === state && one.partner === partner);
  const chances = new Set(Object.values(changesOf));
  const rows = own
    .filter(({method}) => !chances.has(method.id))
    .map(
      (one): DyadRow => ({
        series: one,
        changes: own.find(({method}) => method.id === changesOf[one.method.id]) ?? null,
      }),
    );
  return dyadLaneNames
    .map((lane) => ({
      lane,
      rows: rows
        .filter((row) => (laneOf[row.series.method.id] ?? "trade") === lane)
        .sort((a, b) => known(b) - known(a)),
    }))
    .filter((lane) => lane.rows.length > 0);
}

/** Periods with a figure. */
function known({series}: DyadRow): number {
  return series.points.filter(({figure}) => figure.kind === "measured").length;
}
