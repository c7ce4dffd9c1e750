import type {Shock} from "../../sources/index.ts";
import {
  type Day,
  membersOf,
  type PartyId,
  type Reference,
  stateOf,
  type Watch,
} from "../../world/index.ts";
import type {ShockAsked} from "./run-shock.ts";
import {namesOf} from "./shocked-flows.ts";

/** Whose blocs: those of a watch, or of whoever brings a matrix without one. */
export type BlocsOf = Pick<Watch, "powers" | "optionalPowers" | "aggregates" | "states">;

/**
 * The blocs that a scenario tells of as one row: the powers and aggregates of the watch, the blocs that its shocks name,
 * and those of the watched states' own region (all of whose members lie in it, as ASEAN's do).
 */
export function blocsTold(
  {powers, optionalPowers, aggregates, states}: BlocsOf,
  shocks: readonly Shock[],
  reference: Reference,
  asOf: Day,
): NonNullable<ShockAsked["blocs"]> {
  const named = shocks.flatMap(({among, between, exporters, importers, states: where}) =>
    [among, between?.[0], between?.[1], exporters, importers, where].flatMap(namesOf),
  );
  const wanted = new Set<PartyId>([...powers, ...optionalPowers, ...aggregates, ...named]);
  const regionOf = (state: string) => stateOf(reference, state)?.region;
  const regions = new Set(states.map(regionOf));
  return reference.blocs.flatMap(({id}) => {
    const members = membersOf(reference, id, asOf);
    const ofRegion = members.length > 0 && members.every((state) => regions.has(regionOf(state)));
    return members.length > 1 && (wanted.has(id) || ofRegion) ? {bloc: id, members} : [];
  });
}
