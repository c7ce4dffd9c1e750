import type {Cell, Stake} from "../../world/index.ts";
import {column, type FlatTable, flatTable} from "../flat-table.ts";
import type {Matter} from "../matter.ts";
import {cellColumns} from "./cell-columns.ts";

interface Line {
  readonly stake: Stake;
  readonly side: "benefit" | "risk";
  readonly cell: Cell;
}

/** The Stakes table, one line a benefit or a risk. */
export function stakesTable(matter: Matter): FlatTable {
  const {answer} = matter;
  return flatTable<Line>(
    matter,
    "stakes",
    [
      column("country", "text", "Watched state", ({stake}) => stake.country),
      column("partner", "text", "Power towards which it is watched", ({stake}) => stake.partner),
      column("sector", "text", "Sector", ({stake}) => stake.sector),
      column("side", "text", "benefit or risk", ({side}) => side),
      ...cellColumns<Line>(answer, ({cell}) => cell),
    ],
    answer.stakes.flatMap((stake): Line[] => [
      ...stake.benefits.map((cell) => ({stake, side: "benefit" as const, cell})),
      ...stake.risks.map((cell) => ({stake, side: "risk" as const, cell})),
    ]),
  );
}
