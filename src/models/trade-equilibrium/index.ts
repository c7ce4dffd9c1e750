export {buildTradeMatrix} from "./build-trade-matrix.ts";
export {type DrawnOutcomes, drawOutcomes, type PolicyChange} from "./draw-outcomes.ts";
export {integrationEffect, tradeElasticity} from "./parameters.ts";
export {putRestTogether, restOfWorld, type TradeRegions} from "./put-rest-together.ts";
export {
  type AddedTariff,
  solveTradeEquilibrium,
  type TradeEquilibrium,
  type TradeShock,
} from "./solve-trade-equilibrium.ts";
export {type GdpSource, outputToGdp, type TradeMatrix} from "./trade-matrix.ts";
