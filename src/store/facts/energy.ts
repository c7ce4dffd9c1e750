import {double, oneOf, text} from "../row-shape.ts";
import {type FactQuery, rowsQuery} from "./fact-query.ts";

export const russianFuelQuery = rowsQuery(
  "energy-russia",
  {importer: text, month: text, commodity: text, unit: oneOf("tonne", "eur"), value: double},
  "list_contains($around, importer)",
);

export const energy2020Query = rowsQuery("energy-2020", {
  fuel: oneOf("lng", "pipeline-gas", "coal", "crude-oil", "oil-products"),
  exporter: text,
  importer: text,
  value: double,
  unit: text,
});

export const energyQueries: readonly FactQuery<unknown>[] = [russianFuelQuery, energy2020Query];
