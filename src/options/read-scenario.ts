import type {AddedTariff, PolicyChange, TradeMatrix, TradeRegions} from "../models/index.ts";
import {
  isState,
  membersOf,
  nameOf,
  type PartyId,
  type Reference,
  type StateCode,
} from "../world/index.ts";
import type {Scenario} from "./outcome.ts";
import {ScenarioError} from "./scenario-error.ts";
import {isCut} from "./undo-tariffs.ts";

/** Beyond this the elasticity, estimated on small changes, says nothing. */
const highestTariffPercent = 1000;

/** States of a party that the matrix holds; today's members for a bloc. @throws ScenarioError for unknown parties. */
export function statesOf(
  party: PartyId,
  matrix: TradeMatrix,
  reference: Reference,
): readonly StateCode[] {
  const known = isState(reference, party) || reference.blocs.some(({id}) => id === party);
  if (!known) {
    throw new ScenarioError(
      `"${party}" is no state or bloc that is known here`,
      "write an ISO 3166 code such as IDN, or a bloc such as EU",
    );
  }
  return membersOf(reference, party, matrix.asOf).filter((state) => matrix.states.includes(state));
}

function actingStates(party: PartyId, matrix: TradeMatrix, reference: Reference) {
  const states = statesOf(party, matrix, reference);
  if (states.length === 0) {
    const why = matrix.leftOut.find(({what}) => what.startsWith(`${party} `))?.why;
    throw new ScenarioError(
      `${nameOf(reference, party)} is not in the trade matrix of ${matrix.year}${why ? `: ${why}` : ""}`,
      "ask about a state or bloc with trade and GDP in that year",
    );
  }
  return states;
}

/** Every party that a scenario names, each once. */
export function partiesIn({tariffs, barriers = [], agreements = []}: Scenario): PartyId[] {
  return [
    ...new Set([
      ...[...tariffs, ...barriers].flatMap((t) => [t.importer, t.exporter]),
      ...agreements.flat(),
    ]),
  ];
}

/** Refuses what cannot be meant. @throws ScenarioError */
export function checkScenario(scenario: Scenario, matrix: TradeMatrix, reference: Reference): void {
  const {tariffs, barriers = [], agreements = []} = scenario;
  if (tariffs.length + barriers.length + agreements.length === 0) {
    throw new ScenarioError(
      "the scenario changes nothing",
      "give at least one tariff or agreement",
    );
  }
  for (const party of partiesIn(scenario)) actingStates(party, matrix, reference);
  const added = [
    ...tariffs.map((one) => ({...one, percent: one.addedTariffPercent, what: "tariff"})),
    ...barriers.map((one) => ({...one, percent: one.addedCostPercent, what: "added cost"})),
  ];
  for (const {importer, exporter, percent, what} of added) {
    if (!Number.isFinite(percent) || percent <= -100 || percent > highestTariffPercent) {
      throw new ScenarioError(
        `${what} of ${percent} % cannot be worked out`,
        `give percentage points above -100 and up to ${highestTariffPercent}`,
      );
    }
    checkPair(importer, exporter, matrix, reference);
  }
  for (const [a, b] of agreements) checkPair(a, b, matrix, reference);
  const lowers = tariffs.some(({addedTariffPercent}) => addedTariffPercent < 0);
  if (lowers && !isCut(scenario))
    throw new ScenarioError(
      "the scenario lowers some duties and does something else besides",
      "ask for cuts alone: they are worked out as duties undone, which cannot be mixed with duties added",
    );
}

function checkPair(a: PartyId, b: PartyId, matrix: TradeMatrix, reference: Reference): void {
  const others = new Set(statesOf(b, matrix, reference));
  if (statesOf(a, matrix, reference).some((state) => others.has(state))) {
    throw new ScenarioError(
      `${nameOf(reference, a)} and ${nameOf(reference, b)} share members`,
      "name two parties that have no state in common",
    );
  }
}

/** A checked scenario in the regions' own indices. Tariffs on the same flow add up; an agreement counts once. */
export function changeOf(
  {tariffs, barriers = [], agreements = []}: Scenario,
  regions: TradeRegions,
  matrix: TradeMatrix,
  reference: Reference,
): PolicyChange {
  const members = (party: PartyId) =>
    statesOf(party, matrix, reference).map((state) => regions.index.get(state) as number);
  const n = regions.regions.length;
  const addUp = (added: readonly {importer: PartyId; exporter: PartyId; percent: number}[]) => {
    const rates = new Map<number, number>();
    for (const {importer, exporter, percent} of added) {
      for (const i of members(exporter)) {
        for (const j of members(importer)) {
          rates.set(i * n + j, (rates.get(i * n + j) ?? 0) + percent / 100);
        }
      }
    }
    return [...rates].map(([k, rate]): AddedTariff => {
      if (rate <= -1) {
        throw new ScenarioError(
          "what is laid on the same flow adds up to -100 % or less",
          "give each pair of importer and exporter once",
        );
      }
      return {exporter: Math.floor(k / n), importer: k % n, rate};
    });
  };
  const integrated = new Set<number>();
  for (const [a, b] of agreements) {
    for (const i of members(a)) {
      for (const j of members(b)) {
        integrated.add(i * n + j).add(j * n + i);
      }
    }
  }
  return {
    tariffs: addUp(tariffs.map((one) => ({...one, percent: one.addedTariffPercent}))),
    barriers: addUp(barriers.map((one) => ({...one, percent: one.addedCostPercent}))),
    integrated: [...integrated].map((k) => ({exporter: Math.floor(k / n), importer: k % n})),
  };
}
