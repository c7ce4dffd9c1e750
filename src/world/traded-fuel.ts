/** A fuel with a matrix of its own, by quantity; or all of them together, by value. */
export const tradedFuels = [
  "crude-oil",
  "oil-products",
  "coal",
  "lng",
  "pipeline-gas",
  "all-fuels",
] as const;
export type TradedFuel = (typeof tradedFuels)[number];
