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

/**
 * The carried rows of what one party sold to another, mirror data apart; a search that found none when there are none.
 * null stands for all states.
 */
export function flowEvidence(
  matrix: TradeMatrix,
  exporter: PartyId | null,
  importer: PartyId | null,
  reference: Reference,
): (RowsEvidence | SearchedEvidence)[] {
  const side = (party: PartyId | null) =>
    party === null ? matrix.states : statesOf(party, matrix, reference);
  const name = (party: PartyId | null) =>
    party === null ? "all states" : nameInText(reference, party);
  const [from, to] = [side(exporter), side(importer)];
  const reachesOf = (sellers: readonly StateCode[]) => [
    ...(exporter === null ? [] : [reach(exporter, "exporter", sellers, matrix.asOf)]),
    ...(importer === null ? [] : [reach(importer, "importer", to, matrix.asOf)]),
  ];
  const names = `${name(exporter)} to ${name(importer)}`;
  const rowsOf = (
    dataset: "trade-matrix" | "trade-sections",
    year: number,
    sellers: readonly StateCode[],
  ): RowsEvidence[] => {
    const {count, usd} = sumFlows(matrix, sellers, to);
    if (count === 0) return [];
    return [
      {
        kind: "rows",
        dataset,
        where: [
          {column: "year", in: [year]},
          {column: "exporter", in: sellers},
          {column: "importer", in: to},
        ],
        count,
        quote: `goods from ${names}, ${year}${dataset === "trade-matrix" ? "" : ", exporters that reported nothing, from mirror data"}: US$ ${tellLarge(usd, 3)}`,
        reaches: reachesOf(sellers),
        vintage: String(year),
      },
    ];
  };
  const {mirroredFrom} = matrix;
  const mirroredYears = [...new Set(mirroredFrom.values())];
  const found = [
    ...rowsOf(
      "trade-matrix",
      matrix.year,
      from.filter((state) => !mirroredFrom.has(state)),
    ),
    ...mirroredYears.flatMap((year) =>
      rowsOf(
        "trade-sections",
        year,
        from.filter((state) => mirroredFrom.get(state) === year),
      ),
    ),
  ];
  if (found.length > 0) return found;
  return [
    {
      kind: "searched",
      datasets: [
        "trade-matrix",
        ...(mirroredYears.length > 0 ? (["trade-sections"] as const) : []),
      ],
      where: [
        {column: "year", in: [matrix.year, ...mirroredYears]},
        {column: "exporter", in: from},
        {column: "importer", in: to},
      ],
      quote: `no flow of goods recorded from ${names} in ${matrix.year}`,
      reaches: reachesOf(from),
    },
  ];
}

function sumFlows(
  matrix: TradeMatrix,
  from: readonly StateCode[],
  to: readonly StateCode[],
): {count: number; usd: number} {
  const n = matrix.states.length;
  const places = (states: readonly StateCode[]) =>
    states.map((state) => matrix.states.indexOf(state));
  let count = 0;
  let usd = 0;
  for (const i of places(from)) {
    for (const j of places(to)) {
      if (i === j) continue;
      count += matrix.rowsPerFlow[i * n + j] as number;
      usd += matrix.flows[i * n + j] as number;
    }
  }
  return {count, usd};
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
