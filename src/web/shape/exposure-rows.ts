import type {ExposureBody, PartyId, StateCode} from "../../api/index.ts";
import type {View} from "../view.ts";

export type Tie = ExposureBody["ties"][number];
export type Channel = Tie["channel"];

/** A state and a power, with what ties them by channel. */
export interface ExposureRow {
  readonly state: StateCode;
  readonly partner: PartyId;
  readonly ties: ReadonlyMap<Channel, readonly Tie[]>;
}

/**
 * The ties that the reader's choice leaves, a row for each pair. Within a channel figures with an interval stand first, then
 * the other figures, the newest before the older; what is not known last.
 */
export function exposureRows(
  ties: readonly Tie[],
  {country, partner}: Pick<View, "country" | "partner">,
): {readonly channels: readonly Channel[]; readonly rows: readonly ExposureRow[]} {
  const shown = ties.filter(
    (tie) =>
      (country === null || tie.state === country) && (partner === null || tie.partner === partner),
  );
  const rows = new Map<string, {state: StateCode; partner: PartyId; ties: Map<Channel, Tie[]>}>();
  for (const tie of shown) {
    const key = `${tie.state} ${tie.partner}`;
    const row = rows.get(key) ?? {state: tie.state, partner: tie.partner, ties: new Map()};
    rows.set(key, row);
    row.ties.set(tie.channel, [...(row.ties.get(tie.channel) ?? []), tie]);
  }
  for (const {ties: own} of rows.values())
    for (const list of own.values())
      list.sort((a, b) => place(a) - place(b) || (a.period < b.period ? 1 : -1));
  return {channels: [...new Set(shown.map(({channel}) => channel))], rows: [...rows.values()]};
}

function place({figure}: Tie): number {
  if (figure.kind === "gap") return 2;
  return figure.interval === null ? 1 : 0;
}
