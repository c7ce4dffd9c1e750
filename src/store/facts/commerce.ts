import {
  always,
  double,
  integer,
  oneOf,
  orNull,
  type Shaped,
  shapeRows,
  text,
  truth,
} from "../row-shape.ts";
import {rowKnown} from "../rows-standing.ts";
import {type FactQuery, rowsQuery} from "./fact-query.ts";

const touchesWatched = "list_contains($watched, exporter) OR list_contains($watched, importer)";
const flow = {year: integer, exporter: text, importer: text, valueUsd: double} as const;
const total = {sql: () => "NULL", read: () => null} as const;

export const cowQuery = rowsQuery(
  "trade-cow",
  {dataset: always("trade-cow"), ...flow, sitcSection: total},
  touchesWatched,
);
const matrixFlow = {dataset: always("trade-matrix"), ...flow, sitcSection: total} as const;
export const matrixFlowsQuery = rowsQuery("trade-matrix", matrixFlow, touchesWatched);
const newestYear = (dataset: "trade-matrix" | "trade-sections") =>
  `(SELECT max("year") FROM "${dataset}" WHERE ${rowKnown(dataset)})`;
/** All pairs of the newest year that was known. */
export const matrixQuery = rowsQuery(
  "trade-matrix",
  matrixFlow,
  `"year" = ${newestYear("trade-matrix")}`,
);
const mirroredFlow = {
  year: integer,
  exporter: text,
  importer: text,
  valueUsd: double,
  rows: integer,
} as const;
/** Flows of exporters whom the newest matrix does not have, all sections together, of the newest year with sections. */
export const mirroredQuery: FactQuery<readonly Shaped<typeof mirroredFlow>[]> = {
  name: "trade-sections of silent exporters",
  needs: ["trade-matrix", "trade-sections"],
  takes: [],
  sql: `SELECT any_value("year") AS "year", exporter, importer, sum(value_usd) AS value_usd,
      CAST(count(*) AS INTEGER) AS rows FROM "trade-sections"
    WHERE ${rowKnown("trade-sections")} AND "year" = ${newestYear("trade-sections")} AND exporter NOT IN
      (SELECT exporter FROM "trade-matrix" WHERE ${rowKnown("trade-matrix")} AND "year" = ${newestYear("trade-matrix")})
    GROUP BY exporter, importer ORDER BY exporter, importer`,
  read: (columns) => shapeRows(mirroredFlow, columns),
};
const fuelPair = {
  year: integer,
  exporter: text,
  importer: text,
  fuelUsd: double,
  allUsd: double,
} as const;
/** Fuels beside all goods of every pair, of the newest year with sections. */
export const fuelPairsQuery: FactQuery<readonly Shaped<typeof fuelPair>[]> = {
  name: "fuels of trade-sections by pair",
  needs: ["trade-sections"],
  takes: [],
  sql: `SELECT any_value("year") AS "year", exporter, importer,
      sum(CASE WHEN sitc_section = 3 THEN value_usd ELSE 0 END) AS fuel_usd, sum(value_usd) AS all_usd
    FROM "trade-sections"
    WHERE ${rowKnown("trade-sections")} AND "year" = ${newestYear("trade-sections")}
    GROUP BY exporter, importer ORDER BY exporter, importer`,
  read: (columns) => shapeRows(fuelPair, columns),
};
export const sectionsQuery = rowsQuery(
  "trade-sections",
  {dataset: always("trade-sections"), ...flow, sitcSection: orNull(integer)},
  touchesWatched,
);

export const gdpQuery = rowsQuery("gdp", {state: text, year: integer, usd: double, basis: text});

export const topPartnersQuery = rowsQuery(
  "trade-partners",
  {
    state: text,
    direction: oneOf("exports", "imports"),
    year: integer,
    partner: text,
    sharePercent: double,
  },
  "list_contains($around, state)",
);

export const investmentQuery = rowsQuery(
  "fdi",
  {
    economy: text,
    counterpart: text,
    year: integer,
    direction: oneOf("in", "out"),
    derived: truth,
    valueUsd: double,
  },
  "list_contains($watched, economy) OR list_contains($watched, counterpart)",
);

export const commerceQueries: readonly FactQuery<unknown>[] = [
  cowQuery,
  matrixFlowsQuery,
  matrixQuery,
  mirroredQuery,
  fuelPairsQuery,
  sectionsQuery,
  gdpQuery,
  topPartnersQuery,
  investmentQuery,
];
