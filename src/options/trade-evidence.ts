import type {GdpSource, TradeMatrix} from "../models/index.ts";
import type {
  PartyId,
  Reach,
  Reference,
  RowsEvidence,
  SearchedEvidence,
  StateCode,
} from "../world/index.ts";
import {nameInText, tellLarge} from "../world/index.ts";
import {statesOf} from "./read-scenario.ts";

/** How rows in a column come to speak of a party. */
function reach(party: PartyId, column: string, states: readonly string[], day: string): Reach {
  return states.length === 1 && states[0] === party
    ? {party, how: "dataset", by: `column ${column}: ${party}`}
    : {party, how: "member-of", by: `column ${column}: ${states.join(", ")}, members on ${day}`};
}

/** The carried rows of what one party sold to another; a search that found none when there are none. */
export function flowEvidence(
  matrix: TradeMatrix,
  exporter: PartyId,
  importer: PartyId,
  reference: Reference,
): RowsEvidence | SearchedEvidence {
  const from = statesOf(exporter, matrix, reference);
  const to = statesOf(importer, matrix, reference);
  const n = matrix.states.length;
  let count = 0;
  let usd = 0;
  for (const i of from.map((state) => matrix.states.indexOf(state))) {
    for (const j of to.map((state) => matrix.states.indexOf(state))) {
      if (i === j) continue;
      count += matrix.rowsPerFlow[i * n + j] as number;
      usd += matrix.flows[i * n + j] as number;
    }
  }
  const where = [
    {column: "year", in: [matrix.year]},
    {column: "exporter", in: from},
    {column: "importer", in: to},
  ];
  const reaches = [
    reach(exporter, "exporter", from, matrix.asOf),
    reach(importer, "importer", to, matrix.asOf),
  ];
  const names = `${nameInText(reference, exporter)} to ${nameInText(reference, importer)}`;
  return count === 0
    ? {
        kind: "searched",
        datasets: ["trade-matrix"],
        where,
        quote: `no flow of goods recorded from ${names} in ${matrix.year}`,
        reaches,
      }
    : {
        kind: "rows",
        dataset: "trade-matrix",
        where,
        count,
        quote: `goods from ${names}, ${matrix.year}: US$ ${tellLarge(usd, 3)}`,
        reaches,
        vintage: String(matrix.year),
      };
}

/** The rows that a party's GDP, and so its domestic trade, rests on: one entry per dataset used. */
export function gdpEvidence(
  matrix: TradeMatrix,
  party: PartyId,
  reference: Reference,
): RowsEvidence[] {
  const byRows = new Map<string, StateCode[]>();
  for (const state of statesOf(party, matrix, reference)) {
    const from = matrix.gdpFrom.get(state);
    if (from === undefined) continue;
    const key = `${from.dataset} ${from.year}`;
    byRows.set(key, [...(byRows.get(key) ?? []), state]);
  }
  return [...byRows.values()].map((states) => {
    const {dataset, year} = matrix.gdpFrom.get(states[0] as StateCode) as GdpSource;
    const usd = states.reduce(
      (sum, s) => sum + (matrix.gdp[matrix.states.indexOf(s)] as number),
      0,
    );
    const through = dataset === "gdp" ? "" : ", from military spending over its share";
    return {
      kind: "rows",
      dataset,
      where: [
        {column: "state", in: states},
        {column: "year", in: [year]},
      ],
      count: states.length,
      quote: `GDP of ${nameInText(reference, party)} ${year}${through}: US$ ${tellLarge(usd, 3)} in prices of ${matrix.year} as far as known`,
      reaches: [reach(party, "state", states, matrix.asOf)],
      vintage: String(year),
    };
  });
}
