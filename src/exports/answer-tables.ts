import type {FlatTable} from "./flat-table.ts";
import type {Matter} from "./matter.ts";
import {allMovesTable} from "./tables/all-moves-table.ts";
import {eventsTable} from "./tables/events-table.ts";
import {movesTable} from "./tables/moves-table.ts";
import {optionsTable} from "./tables/options-table.ts";
import {seriesTable} from "./tables/series-table.ts";
import {stakesTable} from "./tables/stakes-table.ts";
import {verdictsTable} from "./tables/verdicts-table.ts";

/** A table of an answer: what it holds, and how it is made. */
export interface AnswerTable {
  readonly title: string;
  readonly make: (matter: Matter) => FlatTable;
}

/** Tables of an answer, by name. */
export const answerTables = {
  moves: {title: "Moves: country, focus area, recent diplomatic moves", make: movesTable},
  "all-moves": {title: "Every move once, with its parties and counts", make: allMovesTable},
  events: {title: "Coded events: one passage each, who did what to whom", make: eventsTable},
  stakes: {title: "Stakes: potential benefits and possible risks by sector", make: stakesTable},
  options: {title: "Options: policy focus, proposed action, expected outcome", make: optionsTable},
  series: {title: "Series: one figure a period for a state towards a partner", make: seriesTable},
  verdicts: {title: "Verdicts: the articles read back claim by claim", make: verdictsTable},
} as const satisfies Readonly<Record<string, AnswerTable>>;
export type AnswerTableName = keyof typeof answerTables;
export const answerTableNames = Object.keys(answerTables) as readonly AnswerTableName[];
