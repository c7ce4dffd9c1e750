import type {PartyId, Watch} from "../../api/index.ts";

/** Colours and line patterns there are; see `styles/tokens.css`. */
const hueCount = 8;

/** Line patterns beside the colours, so that charts can be read without colour sight. */
const dashes = ["none", "7 3", "2 3", "9 3 2 3", "4 2", "1 2", "10 4", "6 2 1 2"] as const;

/** Each power's number: its place among the watch's poles. It chooses colour and line pattern, the same everywhere. */
export function hueOf(watch: Watch, party: PartyId): number {
  const at = [...watch.powers, ...watch.optionalPowers, ...watch.aggregates].indexOf(party);
  return at < 0 ? hueCount - 1 : at % hueCount;
}

/** Class name that sets `--power` to the party's colour. */
export function hueClass(watch: Watch, party: PartyId): string {
  return `hue-${hueOf(watch, party)}`;
}

export function dashOf(watch: Watch, party: PartyId): string {
  return dashes[hueOf(watch, party)] ?? "none";
}
