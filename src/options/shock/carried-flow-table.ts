import type {TradeMatrix} from "../../models/index.ts";
import type {FlowTable} from "../../sources/index.ts";

/** The carried matrix in the shape of one that a user brings. */
export function carriedFlowTable({states, flows, year}: TradeMatrix): FlowTable {
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
