import {type CodedEvent, isGap} from "../../world/index.ts";
import {column, type FlatTable, flatTable} from "../flat-table.ts";
import type {Matter} from "../matter.ts";
import {methodName} from "../method-name.ts";
import {actColumns, specimenColumn} from "./act-columns.ts";

/** Coded events of the articles read: one passage each, who did what to whom. */
export function eventsTable(matter: Matter): FlatTable {
  return flatTable<CodedEvent>(
    matter,
    "events",
    [
      column("event", "text", "Id of the coded event", ({id}) => id),
      column("date", "day", "Day of the event; empty where the passage gives none", ({when}) =>
        isGap(when) ? null : when,
      ),
      column("type", "text", "PLOVER event type", ({type}) => type),
      column("quad", "text", "Verbal or material, co-operation or conflict", ({quad}) => quad),
      ...actColumns,
      column(
        "symmetric",
        "truth",
        "Both sides act: talks, agreements, exercises",
        ({symmetric}) => symmetric,
      ),
      column(
        "confidence",
        "double",
        "Share right on the coder's own development set, 0..1",
        ({confidence}) => confidence,
      ),
      column("coder", "text", "Who coded it, id@version", ({coder}) => methodName(coder)),
      column("article", "text", "Id of the article", ({evidence}) => evidence.articleId),
      column(
        "start",
        "integer",
        "First character of the passage (UTF-16 offset)",
        ({evidence}) => evidence.start,
      ),
      column("end", "integer", "First character behind the passage", ({evidence}) => evidence.end),
      column("quote", "text", "The passage", ({evidence}) => evidence.quote),
      specimenColumn(({evidence}) => evidence.specimen),
    ],
    matter.events,
  );
}
