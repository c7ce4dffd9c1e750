import {dayOf, double, integer, orNull, remark, text} from "../row-shape.ts";
import {rowKnown} from "../rows-standing.ts";
import {type FactQuery, rowsQuery} from "./fact-query.ts";

export const eventCountsQuery = rowsQuery(
  "icews-pairs",
  {
    year: integer,
    source: text,
    target: text,
    verbalCooperation: integer,
    materialCooperation: integer,
    verbalConflict: integer,
    materialConflict: integer,
  },
  `list_contains($watched, source) OR list_contains($watched, target)
    OR list_contains($powers, source) OR list_contains($powers, target)`,
);

/** How much was reported of the whole world in a year: the offset of every rate. */
export const worldEventsQuery: FactQuery<ReadonlyMap<number, number>> = {
  name: "world-events",
  needs: ["icews-pairs"],
  takes: [],
  sql: `SELECT "year", CAST(sum(verbal_cooperation + material_cooperation + verbal_conflict + material_conflict) AS DOUBLE)
    FROM "icews-pairs" WHERE ${rowKnown("icews-pairs")} GROUP BY "year" ORDER BY "year"`,
  read: ([years = [], counts = []]) =>
    new Map(years.map((year, at) => [year as number, counts[at] as number])),
};

export const attentionQuery = rowsQuery(
  "gdelt-pairs",
  {month: text, a: text, b: text, value: double, daysActive: integer, daysInMonth: integer},
  "list_contains($watched, a) OR list_contains($watched, b)",
);

const eventRowShape = {
  globalEventId: text,
  date: dayOf,
  source: text,
  target: text,
  cameo: text,
  cameoText: remark,
  goldstein: orNull(double),
  articles: integer,
  sourcesCount: integer,
  url: text,
} as const;

/** Rows between two states only: an actor without a state is no state's move. */
export const eventRowsQuery = {
  ...rowsQuery(
    "event-rows",
    eventRowShape,
    `source IS NOT NULL AND target IS NOT NULL AND source <> target
      AND (list_contains($watched, source) OR list_contains($watched, target))`,
  ),
  takes: [
    {
      dataset: "event-rows",
      shape: {...eventRowShape, source: orNull(text), target: orNull(text)},
    },
  ],
} as const;

export const eventQueries: readonly FactQuery<unknown>[] = [
  eventCountsQuery,
  worldEventsQuery,
  attentionQuery,
  eventRowsQuery,
];
