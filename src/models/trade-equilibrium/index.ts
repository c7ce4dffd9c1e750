export {buildTradeMatrix} from "./build-trade-matrix.ts";
export {type DrawnOutcomes, drawOutcomes, type PolicyChange} from "./draw-outcomes.ts";
export {type CostColumn, fitBaseFlows} from "./fit-base-flows.ts";
export {integrationEffect, tradeElasticity} from "./parameters.ts";
export {putRestTogether, restOfWorld, type TradeRegions} from "./put-rest-together.ts";
export {solveTradeEquilibrium} from "./solve-trade-equilibrium.ts";
export type {TradeEquilibrium} from "./trade-changes.ts";
export {type GdpSource, outputToGdp, type TradeMatrix} from "./trade-matrix.ts";
export type {AddedTariff, TradeShock} from "./trade-shock.ts";
