export type {CrudeFit} from "./crude-fit.ts";
export {type FuelTrade, fuelWords} from "./fuel-trade.ts";
export {oilPriceRise} from "./oil-price-rise.ts";
export {bcmPerMtLng, oilElasticities, spareLngMt, worldOilMt} from "./parameters.ts";
export {type SellersAfter, type SupplyChange, sellersAfter} from "./sellers-after.ts";
export {
  energySupplyMethod,
  type SupplyOutcome,
  type SupplyQuestion,
  supplyOutcome,
} from "./supply-outcome.ts";
export type {Transshipper} from "./transshippers.ts";
