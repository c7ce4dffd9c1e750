import type {Gap, Measured, PartyId, Series, StateCode} from "../world/index.ts";
import {isGap} from "../world/index.ts";

/** Through what a state may be hit by measures of, or against, a partner. */
export type Channel = "trade" | "arms" | "finance" | "energy" | "sanctions in force";

/** A channel between a state and a partner with the newest figure that tells how much runs through it. */
export interface Exposure {
  readonly state: StateCode;
  readonly partner: PartyId;
  readonly channel: Channel;
  /** Id of the series that tells it. */
  readonly series: string;
  readonly title: string;
  readonly period: string;
  /** The newest figure, or the gap of the newest period where no figure is known at all. */
  readonly figure: Measured | Gap;
}

const channels: Readonly<Record<string, Channel>> = {
  "trade-import-share": "trade",
  "trade-export-share": "trade",
  "export-exposure": "trade",
  "arms-stock-share": "arms",
  "fdi-position": "finance",
  "russian-fuel": "energy",
  "energy-2020-share": "energy",
  "sanctions-by": "sanctions in force",
};

/** Ids of the measures whose series tell an exposure. */
export const exposureMeasures: readonly string[] = Object.keys(channels);

/** What ties each state to each partner, by channel, from the series that measure it. What is not known stays a gap. */
export function exposureOf(series: readonly Series[]): Exposure[] {
  return series.flatMap(({id, method, state, partner, title, points}): Exposure[] => {
    const channel = channels[method.id];
    if (channel === undefined || partner === null) return [];
    const point = points.findLast(({figure}) => !isGap(figure)) ?? points.at(-1);
    if (point === undefined) return [];
    return [
      {state, partner, channel, series: id, title, period: point.period, figure: point.figure},
    ];
  });
}
