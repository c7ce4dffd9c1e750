export {findOptions, type OptionsInput} from "./find-options.ts";
export {
  orderOptions,
  orderWords,
  type StrengthGroup,
  strengthWords,
} from "./order-options.ts";
export {blocsTold} from "./shock/blocs-told.ts";
export {carriedBase} from "./shock/carried-base.ts";
export {type FuelBase, fuelBase} from "./shock/fuel-base.ts";
export {runShock, type ShockAsked} from "./shock/run-shock.ts";
export {shockEvidence} from "./shock/shock-evidence.ts";
export type {
  BlocOutcome,
  DrawnInterval,
  FlowOutcome,
  PowerReliance,
  ShockOutcome,
  ShockParameter,
  StateIntervals,
  StateOutcome,
} from "./shock/shock-outcome.ts";
export {supplierBuyers, supplierCells} from "./shock/supplier-cells.ts";
export {
  type ToldBloc,
  type ToldChange,
  type ToldFigure,
  type ToldOutcome,
  toldFigures,
} from "./shock/told-figures.ts";
export {percentWithInterval, twoFigures} from "./two-figures.ts";
