import type {StateCode, TradeFlow} from "../world/index.ts";

export type Direction = "imports" | "exports";

/** A state's recorded flows with each partner in a year, current US dollars. A partner without a row is not a key. */
export type FlowsByPartner = ReadonlyMap<StateCode, number>;

export interface FlowIndex {
  of(asked: {
    readonly dataset: TradeFlow["dataset"];
    readonly section: number | null;
    readonly state: StateCode;
    readonly direction: Direction;
    readonly year: number;
  }): FlowsByPartner;
  /** Years that a dataset has, upwards. */
  years(dataset: TradeFlow["dataset"]): readonly number[];
}

const none: FlowsByPartner = new Map();

/** Puts the flows of these states where a year is found at once. A state's flow to itself is no trade and is left out. */
export function indexFlows(flows: readonly TradeFlow[], states: readonly StateCode[]): FlowIndex {
  const watched = new Set(states);
  const byKey = new Map<string, Map<StateCode, number>>();
  const years = new Map<string, Set<number>>();
  const keyOf = (dataset: string, section: number | null, state: string, side: string, y: number) =>
    `${dataset}|${section ?? ""}|${state}|${side}|${y}`;
  const put = (key: string, partner: StateCode, usd: number) => {
    const held = byKey.get(key);
    if (held === undefined) byKey.set(key, new Map([[partner, usd]]));
    else held.set(partner, (held.get(partner) ?? 0) + usd);
  };
  for (const {dataset, sitcSection, exporter, importer, year, valueUsd} of flows) {
    if (exporter === importer) continue;
    if (watched.has(importer))
      put(keyOf(dataset, sitcSection, importer, "imports", year), exporter, valueUsd);
    if (watched.has(exporter))
      put(keyOf(dataset, sitcSection, exporter, "exports", year), importer, valueUsd);
    const held = years.get(dataset);
    if (held === undefined) years.set(dataset, new Set([year]));
    else held.add(year);
  }
  return {
    of: ({dataset, section, state, direction, year}) =>
      byKey.get(keyOf(dataset, section, state, direction, year)) ?? none,
    years: (dataset) => [...(years.get(dataset) ?? [])].sort((a, b) => a - b),
  };
}
