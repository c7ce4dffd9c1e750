import {gradeLabel, isGap, type Move, whenText} from "../../world/index.ts";
import {column, type FlatTable, flatTable} from "../flat-table.ts";
import type {Matter} from "../matter.ts";
import {methodName} from "../method-name.ts";
import {actColumns, specimenColumn} from "./act-columns.ts";
import {places} from "./cell-columns.ts";

/** Every move once, with its parties and counts: the table to compute with. */
export function allMovesTable(matter: Matter): FlatTable {
  const {answer} = matter;
  return flatTable<Move>(
    matter,
    "all-moves",
    [
      column("move", "text", "Id of the move", ({id}) => id),
      column(
        "date",
        "text",
        "Day, month or year, as far as it is known; empty where it is not",
        (move) => (isGap(move.when) ? null : whenText(move)),
      ),
      column("precision", "text", "day, month, year or unknown", ({precision}) => precision),
      column(
        "type",
        "text",
        "PLOVER event type; empty for what PLOVER has none for, as votes",
        ({type}) => type,
      ),
      ...actColumns,
      column("summary", "text", "What happened", ({summary}) => summary),
      column(
        "made_from",
        "text",
        "What it was made of: article, vote, agreement, arms …",
        ({from}) => from,
      ),
      column("articles", "integer", "Articles that tell of it", ({articles}) => articles),
      column(
        "independent_origins",
        "integer",
        "Independent sources among them",
        ({independentOrigins}) => independentOrigins,
      ),
      column("grade", "text", "Admiralty grade: reliability A-F, credibility 1-6", ({grade}) =>
        gradeLabel(grade),
      ),
      column("recipe", "text", "Recipe that linked reports into it, id@version", ({recipe}) =>
        recipe === undefined ? null : methodName(recipe),
      ),
      column("recorded_on", "day", "When we came to know it", ({recordedOn}) => recordedOn),
      specimenColumn(({specimen}) => specimen),
      column("evidence", "text", "Where the evidence lies", ({evidence}) =>
        places(answer, evidence),
      ),
    ],
    answer.ledgerMoves,
  );
}
