import {double, integer, integers, orNull, remark, severalOf, text, truth} from "../row-shape.ts";
import {type FactQuery, rowsQuery} from "./fact-query.ts";

const dealTouchesWatched =
  "list_contains($watched, recipient) OR list_contains($watched, supplier)";

const orderShape = {
  recipient: text,
  supplier: text,
  orderYear: orNull(integer),
  orderYearUncertain: truth,
  ordered: orNull(integer),
  delivered: orNull(integer),
  designation: remark,
  description: remark,
  deliveryYears: integers,
  status: remark,
  comments: remark,
  tivOrdered: orNull(double),
  tivDelivered: orNull(double),
};

export const armsOrdersQuery = rowsQuery("arms-orders", orderShape, dealTouchesWatched);

/** The whole register: how long orders take is a question about all of them. */
export const everyArmsOrderQuery = rowsQuery("arms-orders", orderShape);

export const armsDeliveriesQuery = rowsQuery(
  "arms-deliveries",
  {year: integer, supplier: text, recipient: text, tiv: double},
  dealTouchesWatched,
);

export const militarySpendingQuery = rowsQuery(
  "military-spending",
  {
    state: text,
    year: integer,
    constant2023Usd: orNull(double),
    shareOfGdp: orNull(double),
  },
  "list_contains($around, state)",
);

const sanctionShape = {
  sender: text,
  target: text,
  year: integer,
  kinds: severalOf("trade", "arms", "military", "financial", "travel"),
};

export const sanctionsQuery = rowsQuery(
  "sanctions-panel",
  sanctionShape,
  "list_contains($watched, target) OR list_contains($powers, target) OR list_contains($watched, sender)",
);

export const everySanctionQuery = rowsQuery("sanctions-panel", sanctionShape);

export const securityQueries: readonly FactQuery<unknown>[] = [
  armsOrdersQuery,
  everyArmsOrderQuery,
  everySanctionQuery,
  armsDeliveriesQuery,
  militarySpendingQuery,
  sanctionsQuery,
];
