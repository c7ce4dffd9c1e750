import type {Bounded} from "../../world/index.ts";
import {oilElasticities, worldOilMt} from "./parameters.ts";

/**
 * How much the world's price of oil rises, as a share, when an amount leaves the market for everyone: with constant
 * elasticities of supply ε_s and demand ε_d, ln(1 + rise) = −ln(1 − removed / world) / (ε_s − ε_d). The bounds are those
 * of three published pairs of elasticities, the value is the one between. In the short run, before anyone opens a well or changes a boiler.
 *
 * A single buyer that turns away removes nothing: "the world oil market, like the world ocean, is one great pool"
 * (Adelman 1984, The Energy Journal 5(3)), and the cargo goes to another.
 *
 * @param removedMt million tonnes of oil a year, from 0 up to below what the world burns.
 */
export function oilPriceRise(removedMt: number): Bounded {
  const share = removedMt / worldOilMt.value;
  if (!(share >= 0 && share < 1))
    throw new RangeError(
      `${removedMt} Mt are outside 0 to ${worldOilMt.value}, what the world burns`,
    );
  const [low, value, high] = oilElasticities
    .map(({supply, demand}) => Math.expm1(-Math.log1p(-share) / (supply - demand)))
    .sort((a, b) => a - b) as [number, number, number];
  return {value, low, high};
}
