import type {DayPrecision} from "../../world/index.ts";
import {dayOf, from, type Kind, oneOf, orNull, remark, text, texts} from "../row-shape.ts";
import {rowKnown} from "../rows-standing.ts";
import {type FactQuery, rowsQuery} from "./fact-query.ts";

export const leadersQuery = rowsQuery(
  "leaders",
  {
    state: text,
    person: text,
    office: text,
    from: from("from_date", dayOf),
    to: from("to_date", orNull(dayOf)),
  },
  "list_contains($watched, state) OR list_contains($powers, state)",
);

/** How far a day is known; "unknown" where there is none. */
const knownTo = orNull(oneOf("day", "month", "year"));
const precision: Kind<DayPrecision> = {
  ...knownTo,
  read: (value) => knownTo.read(value) ?? "unknown",
};

const agreementRows = rowsQuery("agreements", {
  id: text,
  title: text,
  signed: orNull(dayOf),
  inForce: orNull(dayOf),
  ended: orNull(dayOf),
  members: texts,
});

const datedRows = rowsQuery("agreements", {
  id: text,
  title: text,
  signed: orNull(dayOf),
  inForce: orNull(dayOf),
  ended: orNull(dayOf),
  members: texts,
  signedPrecision: precision,
  inForcePrecision: precision,
  collection: from("source_dataset", remark),
});

/** What both reads take of the members' rows. */
const memberShape = {id: text, state: text, ended: orNull(dayOf)};

/**
 * An agreement's members are those that had not left it by that day, unless it ended for all of them. Where several
 * collections have the same agreement, the one counts that knows its days, and of those the newest.
 */
const agreementSql = (columns: string, where: string) =>
  `SELECT CAST(a."row" AS INTEGER), ${dayOf.sql("a.recorded_on")}, a.id, a.title,
      ${dayOf.sql("a.signed")}, ${dayOf.sql("a.in_force")}, ${dayOf.sql("a.ended")}, m.members${columns}
    FROM agreements a JOIN (
      SELECT p.id, string_agg(DISTINCT p.state, ';' ORDER BY p.state) AS members, list(p.state) AS states
      FROM "agreement-members" p JOIN agreements b ON b.id = p.id AND ${rowKnown("agreements", "b")}
      WHERE ${rowKnown("agreement-members", "p")} AND (p.ended IS NULL OR p.ended > CAST($asOf AS DATE) OR p.ended = b.ended)
      GROUP BY p.id) m ON m.id = a.id
    WHERE ${rowKnown("agreements", "a")} AND ${where}
    QUALIFY row_number() OVER (PARTITION BY a.id ORDER BY coalesce(a.signed_precision = 'day', false) DESC,
      coalesce(a.in_force_precision = 'day', false) DESC, a."row" DESC) = 1
    ORDER BY a."row"`;

export const agreementsQuery: typeof agreementRows = {
  ...agreementRows,
  needs: ["agreements", "agreement-members"],
  takes: [...agreementRows.takes, {dataset: "agreement-members", shape: memberShape}],
  sql: agreementSql("", "list_has_any($watched, m.states)"),
};

/** Every agreement, with how far its days are known. */
export const everyAgreementQuery: typeof datedRows = {
  ...datedRows,
  needs: ["agreements", "agreement-members"],
  takes: [...datedRows.takes, {dataset: "agreement-members", shape: memberShape}],
  sql: agreementSql(
    ", a.signed_precision, a.in_force_precision, coalesce(a.source_dataset, '')",
    "true",
  ),
};

export const treatyQueries: readonly FactQuery<unknown>[] = [
  leadersQuery,
  agreementsQuery,
  everyAgreementQuery,
];
