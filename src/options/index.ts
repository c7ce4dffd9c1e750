export {findOptions, type OptionsInput} from "./find-options.ts";
export type {Outcome, PartyOutcome, Scenario, ScenarioTariff} from "./outcome.ts";
export {runScenario} from "./run-scenario.ts";
export {ScenarioError} from "./scenario-error.ts";
export {carriedFlowTable} from "./shock/carried-flow-table.ts";
export {runShock, type ShockAsked} from "./shock/run-shock.ts";
export type {FlowOutcome, ShockOutcome, StateOutcome} from "./shock/shock-outcome.ts";
export {percentWithInterval, twoFigures} from "./two-figures.ts";
