export {findOptions, type OptionsInput} from "./find-options.ts";
export type {Outcome, PartyOutcome, Scenario, ScenarioTariff} from "./outcome.ts";
export {runScenario} from "./run-scenario.ts";
export {ScenarioError} from "./scenario-error.ts";
export {percentWithInterval, twoFigures} from "./two-figures.ts";
