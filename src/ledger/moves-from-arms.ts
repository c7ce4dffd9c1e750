import type {ArmsOrder, FactBook, Mode, Move} from "../world/index.ts";
import {firstDayOf, gap} from "../world/index.ts";
import type {Circle} from "./circle.ts";
import {moveId} from "./move-id.ts";

/** Arms orders between a watched state and a power, newest order first. */
export function movesFromArms(book: FactBook, circle: Circle): Move[] {
  return book.armsOrders
    .filter(
      ({supplier, recipient}) =>
        supplier !== recipient &&
        ((circle.watched.has(recipient) && circle.isPower(supplier)) ||
          (circle.watched.has(supplier) && circle.isPower(recipient))),
    )
    .sort((a, b) => (b.orderYear ?? 0) - (a.orderYear ?? 0) || a.row - b.row)
    .map((order) => moveOf(order, circle));
}

/** An order of which something was delivered is done; one of which nothing is known to have come is announced. */
function modeOf(order: ArmsOrder): Mode {
  return (order.delivered ?? 0) > 0 || order.deliveryYears.length > 0 ? "done" : "announced";
}

function deliveryWords(order: ArmsOrder): string {
  const first = order.deliveryYears[0];
  const last = order.deliveryYears.at(-1);
  const years =
    first === undefined ? "" : first === last ? ` in ${first}` : ` between ${first} and ${last}`;
  if (order.delivered === null)
    return years === "" ? "no delivery recorded" : `delivered${years}, number unknown`;
  return order.delivered === 0 ? "none delivered" : `${order.delivered} delivered${years}`;
}

function moveOf(order: ArmsOrder, circle: Circle): Move {
  const year = order.orderYear;
  const count = order.ordered === null ? "" : `${order.ordered} `;
  const what = [
    order.designation,
    order.description === order.designation ? "" : order.description && `(${order.description})`,
    order.ordered === null ? "(number unknown)" : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
  const ordered =
    year === null
      ? "year of order unknown"
      : `ordered ${year}${order.orderYearUncertain ? ", year uncertain" : ""}`;
  const summary = `${circle.name(order.recipient)} ordered ${count}${what} from ${circle.name(order.supplier)} (${ordered}; ${deliveryWords(order)})`;
  const states = [order.recipient, order.supplier];
  const on = year === null ? null : firstDayOf(year);
  return {
    id: moveId("arms-orders", ...states, year ?? "", order.designation, order.row),
    type: "COOPERATE",
    mode: modeOf(order),
    sectors: ["defence"],
    sources: [order.supplier],
    targets: [order.recipient],
    participants: circle.weigh({
      sources: [order.supplier],
      targets: [order.recipient],
      joint: false,
      on: on ?? order.recordedOn,
    }),
    summary,
    when:
      on ??
      gap(
        `when ${what} was ordered`,
        "SIPRI gives no year of order",
        "the contract, or a notice of it",
      ),
    precision: on === null ? "unknown" : "year",
    recordedOn: order.recordedOn,
    articles: 0,
    independentOrigins: 0,
    grade: {
      reliability: "B",
      credibility: 2,
      reasons: [
        "SIPRI Arms Transfers Database: compiled from several open sources for each deal, numbers partly estimates",
        ...(order.orderYearUncertain ? ["SIPRI marks the year of order as uncertain"] : []),
      ],
    },
    evidence: [
      {
        kind: "rows",
        dataset: "arms-orders",
        where: [{column: "row", in: [order.row]}],
        count: 1,
        quote: summary,
        reaches: [
          {party: order.recipient, how: "column", by: `recipient: ${order.recipient}`},
          {party: order.supplier, how: "column", by: `supplier: ${order.supplier}`},
          ...circle.throughBlocs(states, on),
        ],
        vintage: String(order.deliveryYears.at(-1) ?? year ?? order.recordedOn.slice(0, 4)),
      },
    ],
    from: "arms",
    specimen: false,
  };
}
