import {outputToGdp, type TradeMatrix} from "../../models/index.ts";
import type {FlowTable} from "../../sources/index.ts";
import type {ShockAsked} from "./run-shock.ts";

/** The matrix of the ledger as a base of scenarios, with all that is to be said of it. */
export function carriedBase(
  matrix: TradeMatrix,
): Pick<ShockAsked, "table" | "inputs" | "domestic" | "notes" | "gaps"> {
  return {
    table: flowTableOf(matrix),
    inputs: null,
    domestic: {gdp: matrix.gdp, low: outputToGdp.low, high: outputToGdp.high},
    notes: [...matrix.flags, ...matrix.assumptions],
    gaps: matrix.leftOut,
  };
}

function flowTableOf({states, flows, year}: TradeMatrix): FlowTable {
  return {
    name: "the carried trade matrix",
    year,
    states,
    sectors: ["all"],
    hasSectors: false,
    values: flows,
    lines: new Uint32Array(flows.length),
    columns: new Map(),
  };
}
