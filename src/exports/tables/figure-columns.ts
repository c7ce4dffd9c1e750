import type {Measured} from "../../world/index.ts";
import {type Column, column} from "../flat-table.ts";
import {methodName} from "../method-name.ts";

/** A figure with all that it carries: interval, recipe, coverage and vintage. */
export function figureColumns<Line>(
  figureOf: (line: Line) => Measured | null,
): readonly Column<Line>[] {
  const of =
    <Value extends string | number | null>(read: (figure: Measured) => Value) =>
    (line: Line) => {
      const figure = figureOf(line);
      return figure === null ? null : read(figure);
    };
  return [
    column(
      "value",
      "double",
      "The figure",
      of(({value}) => value),
    ),
    column(
      "unit",
      "text",
      "Unit of the figure; a share is 0..1",
      of(({unit}) => unit),
    ),
    column(
      "low",
      "double",
      "Lower end of its interval",
      of(({interval}) => interval?.low ?? null),
    ),
    column(
      "high",
      "double",
      "Upper end of its interval",
      of(({interval}) => interval?.high ?? null),
    ),
    column(
      "level",
      "double",
      "Level of the interval, e.g. 0.9",
      of(({interval}) => interval?.level ?? null),
    ),
    column(
      "interval_note",
      "text",
      "What the interval is, or why there is none",
      of(({intervalNote}) => intervalNote),
    ),
    column(
      "method",
      "text",
      "Recipe of the figure, id@version",
      of(({method}) => methodName(method)),
    ),
    column(
      "coverage",
      "text",
      "How much of what should be there is there",
      of(({coverage}) => coverage),
    ),
    column(
      "vintage",
      "text",
      "Newest period in the inputs",
      of(({vintage}) => vintage),
    ),
  ];
}
