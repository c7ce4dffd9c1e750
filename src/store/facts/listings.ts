import {always, dayOf, from, oneOf, orNull, remark, text, texts} from "../row-shape.ts";
import {type FactQuery, rowsQuery} from "./fact-query.ts";

const kinds = {
  individual: "person",
  entity: "entity",
  vessel: "vessel",
  aircraft: "aircraft",
} as const;
/** OFAC's history leaves the kind of a body empty. */
const sdnKind = {
  absent: "entity",
  sql: (column: string) => `coalesce(${column}, 'entity')`,
  read: (value: unknown) =>
    kinds[oneOf("individual", "entity", "vessel", "aircraft").read(value as string)],
};

export const sdnListingsQuery = rowsQuery("ofac-sdn", {
  dataset: always("ofac-sdn"),
  list: always("us-sdn"),
  listId: {...text, column: "ent_num", sql: (column) => `CAST(${column} AS VARCHAR)`},
  kind: {...sdnKind, column: "type"},
  name: text,
  aliases: {sql: () => "NULL", read: (): readonly string[] => []},
  programmes: from("program", remark),
  from: from("first_seen", orNull(dayOf)),
  to: from("last_seen", orNull(dayOf)),
});

export const listingsQuery = rowsQuery("listed-parties", {
  dataset: always("listed-parties"),
  list: text,
  listId: text,
  kind: oneOf("person", "entity", "vessel", "aircraft"),
  name: text,
  aliases: texts,
  programmes: remark,
  from: from("listed_on", orNull(dayOf)),
  to: {sql: () => "NULL", read: () => null},
});

export const listingQueries: readonly FactQuery<unknown>[] = [sdnListingsQuery, listingsQuery];
