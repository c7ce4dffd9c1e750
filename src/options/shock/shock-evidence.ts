import type {TradeMatrix} from "../../models/index.ts";
import type {Shock} from "../../sources/index.ts";
import type {Evidence, PartyId, Reference} from "../../world/index.ts";
import {flowEvidence, gdpEvidence} from "../trade-evidence.ts";
import {namesOf} from "./shocked-flows.ts";

type Side = readonly (PartyId | null)[];

/**
 * The rows behind a scenario on the ledger's own matrix: the flows that its shocks change, pair by pair, and the GDP
 * from which domestic trade of the parties was estimated. A shock that names one side alone speaks of all states on the
 * other.
 *
 * @param told parties whose outcome is looked at first, beside those that the shocks name.
 */
export function shockEvidence(
  shocks: readonly Shock[],
  matrix: TradeMatrix,
  reference: Reference,
  told: readonly PartyId[],
): Evidence[] {
  const flows = new Map<string, readonly Evidence[]>();
  for (const [from, to] of shocks.flatMap(sidesOf)) {
    for (const exporter of from) {
      for (const importer of to) {
        if (exporter === importer) continue;
        const key = `${exporter} ${importer}`;
        if (!flows.has(key)) flows.set(key, flowEvidence(matrix, exporter, importer, reference));
      }
    }
  }
  const parties = new Set([...told, ...shocks.flatMap(partiesOf)]);
  return [
    ...[...flows.values()].flat(),
    ...[...parties].flatMap((party) => gdpEvidence(matrix, party, reference)),
  ];
}

/** Sellers and buyers whose flows a shock changes, direction by direction. */
function sidesOf({among, between, exporters, importers, answered}: Shock): [Side, Side][] {
  if (among !== undefined) return [[among, among]];
  const [from, to]: [Side, Side] =
    between === undefined
      ? [namesOf(exporters), namesOf(importers)]
      : [namesOf(between[0]), namesOf(between[1])];
  if (from.length + to.length === 0) return [];
  const sides: [Side, Side] = [from.length === 0 ? [null] : from, to.length === 0 ? [null] : to];
  return between !== undefined || answered === true ? [sides, [sides[1], sides[0]]] : [sides];
}

/** Every party that a shock names, rents' keepers included. */
function partiesOf({among, between, exporters, importers, states, rentsTo}: Shock): string[] {
  return [among, between?.[0], between?.[1], exporters, importers, states, rentsTo].flatMap(
    namesOf,
  );
}
