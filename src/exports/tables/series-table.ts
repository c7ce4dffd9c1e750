import {type Gap, isGap, type Measured, type Series} from "../../world/index.ts";
import {column, type FlatTable, flatTable} from "../flat-table.ts";
import type {Matter} from "../matter.ts";
import {gapWords, places} from "./cell-columns.ts";
import {figureColumns} from "./figure-columns.ts";

interface Line {
  readonly series: Series;
  readonly period: string;
  readonly figure: Measured | Gap;
}

/** Every measure, one line a period; a gap is a line that says what is missing. */
export function seriesTable(matter: Matter): FlatTable {
  const {answer} = matter;
  return flatTable<Line>(
    matter,
    "series",
    [
      column("id", "text", "Id of the series", ({series}) => series.id),
      column("title", "text", "What is measured", ({series}) => series.title),
      column("state", "text", "State measured", ({series}) => series.state),
      column(
        "partner",
        "text",
        "Towards whom; empty where it is towards nobody",
        ({series}) => series.partner,
      ),
      column("sector", "text", "Sector; empty where it is of none", ({series}) => series.sector),
      column(
        "period",
        "text",
        "Year, month (YYYY-MM) or span of years (YYYY-YYYY)",
        ({period}) => period,
      ),
      ...figureColumns<Line>(({figure}) => (isGap(figure) ? null : figure)),
      column("gap", "text", "What is missing, and why", ({figure}) =>
        gapWords(isGap(figure) ? figure : null),
      ),
      column("evidence", "text", "Where the evidence lies", ({figure}) =>
        isGap(figure) ? null : places(answer, figure.evidence),
      ),
    ],
    answer.series.flatMap((series) => series.points.map((point): Line => ({series, ...point}))),
  );
}
