import {type Cell, gradeLabel, isGap, type MoveRow, whenText} from "../../world/index.ts";
import {column, type FlatTable, flatTable} from "../flat-table.ts";
import type {Matter} from "../matter.ts";
import {specimenColumn} from "./act-columns.ts";
import {places} from "./cell-columns.ts";

interface Line {
  readonly row: MoveRow;
  /** Null where nothing is known: the row's focus then says where we looked. */
  readonly move: MoveRow["moves"][number] | null;
}

/** The Moves table as the page shows it: a move stands in each row of country, partner and sector that it belongs to. */
export function movesTable(matter: Matter): FlatTable {
  const {answer} = matter;
  const shown = ({row, move}: Line): Cell => move ?? row.focus;
  return flatTable<Line>(
    matter,
    "moves",
    [
      column("country", "text", "Watched state", ({row}) => row.country),
      column("partner", "text", "Power towards which it is watched", ({row}) => row.partner),
      column("sector", "text", "Sector of the row", ({row}) => row.sector),
      column(
        "date",
        "text",
        "Day, month or year of the move; empty where no date is known",
        ({move}) => (move === null || isGap(move.when) ? null : whenText(move)),
      ),
      column(
        "mode",
        "text",
        "How far it had come: done, announced, planned …",
        ({move}) => move?.mode ?? null,
      ),
      column(
        "move",
        "text",
        "Id of the move; empty where none is known",
        ({move}) => move?.moveId ?? null,
      ),
      column("text", "text", "What happened, or that nothing is known", (line) => shown(line).text),
      specimenColumn(({move}) => move?.specimen ?? false),
      column("grade", "text", "Admiralty grade: reliability A-F, credibility 1-6", ({move}) =>
        move?.grade ? gradeLabel(move.grade) : null,
      ),
      column("evidence", "text", "Where the evidence lies", (line) =>
        places(answer, shown(line).evidence),
      ),
    ],
    answer.moves.flatMap((row): Line[] =>
      row.moves.length === 0 ? [{row, move: null}] : row.moves.map((move) => ({row, move})),
    ),
  );
}
