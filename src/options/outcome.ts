import type {Evidence, Gap, Measured, PartyId} from "../world/index.ts";

/** What a scenario changes for one party: a state, or a bloc as its members together. */
export interface PartyOutcome {
  readonly state: PartyId;
  readonly realIncomePercent: Measured | Gap;
  /** Goods sold to and bought from others at border prices, in shares of world output. A bloc's inner trade is not counted. */
  readonly exportsPercent: Measured | Gap;
  readonly importsPercent: Measured | Gap;
}

/** The answer to a scenario: watched states first, then the parties that act, then the other powers. */
export interface Outcome {
  readonly heading: string;
  readonly baseYear: number;
  readonly assumptions: readonly string[];
  readonly outcomes: readonly PartyOutcome[];
  readonly evidence: readonly Evidence[];
}

export interface ScenarioTariff {
  readonly importer: PartyId;
  readonly exporter: PartyId;
  /** Percentage points of the border price, on top of today's tariff; a cut is negative. */
  readonly addedTariffPercent: number;
}

export interface ScenarioBarrier {
  readonly importer: PartyId;
  readonly exporter: PartyId;
  readonly addedCostPercent: number;
}

export interface Scenario {
  readonly tariffs: readonly ScenarioTariff[];
  /** Costs added to imports that no one collects, percent of the border price: a rule, a detour, buying elsewhere. */
  readonly barriers?: readonly ScenarioBarrier[];
  /** Pairs that lower trade costs both ways, as deep as accession to the European Union. */
  readonly agreements?: readonly (readonly [PartyId, PartyId])[];
}

export const scenarioMethod = {id: "trade-equilibrium", version: 1} as const;
