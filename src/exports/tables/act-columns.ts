import type {Mode, PartyId, Sector} from "../../world/index.ts";
import {type Column, column} from "../flat-table.ts";

/** What a move and a coded event say alike. */
interface Act {
  readonly mode: Mode;
  readonly sectors: readonly Sector[];
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
}

/** How far it had come, in which sectors, who acted and towards whom. */
export const actColumns: readonly Column<Act>[] = [
  column(
    "mode",
    "text",
    "done, announced, planned, proposed, denied or hypothetical",
    ({mode}) => mode,
  ),
  column("sectors", "text", "Sectors, joined by ;", ({sectors}) => sectors.join(";")),
  column("sources", "text", "Who acted, joined by ;", ({sources}) => sources.join(";")),
  column("targets", "text", "Towards whom, joined by ;", ({targets}) => targets.join(";")),
];

export function specimenColumn<Line>(isSpecimen: (line: Line) => boolean): Column<Line> {
  return column(
    "specimen",
    "truth",
    "From the specimen that the program carries: shown, never counted",
    isSpecimen,
  );
}
