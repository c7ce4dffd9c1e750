import {armsOutcome, platformKind} from "../models/index.ts";
import type {ArmsOrder, Cell, DatasetId, Measured, RowsEvidence} from "../world/index.ts";
import {yearOf} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {partnerReach, stateReach} from "./partner-reach.ts";
import {newestAmong, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {yearSpan} from "./year-span.ts";

const datasets: readonly DatasetId[] = ["arms-orders"];

/** An order is still waited for this many years after it was placed: our choice. */
const pendingYears = 10;
/** After so many years without a delivery an order may have lapsed: our choice. */
const staleYears = 5;

/** Things that carry people or weapons: "aircraft engine" is none. */
function isPlatform({description}: ArmsOrder): boolean {
  return platformKind(description) !== null;
}

function ordersWithPartner({book, state, partnerStates}: Scene): readonly ArmsOrder[] {
  return book.armsOrders.filter(
    ({recipient, supplier}) => recipient === state && partnerStates.has(supplier),
  );
}

function rowsOf(scene: Scene, found: readonly ArmsOrder[], quote: string): RowsEvidence {
  const years = found.flatMap(({deliveryYears, orderYear}) => [...deliveryYears, orderYear ?? 0]);
  return {
    kind: "rows",
    dataset: "arms-orders",
    where: [{column: "row", in: found.map(({row}) => row)}],
    count: found.length,
    quote,
    reaches: [
      stateReach(scene, "recipient"),
      partnerReach(
        scene,
        "supplier",
        found.map(({supplier}) => supplier),
      ),
    ],
    vintage: String(Math.max(...years)),
  };
}

function counted(
  scene: Scene,
  found: readonly ArmsOrder[],
  count: {readonly id: string; readonly value: number; readonly note: string},
  quote: string,
): Measured {
  const evidence = rowsOf(scene, found, quote);
  return {
    kind: "measured",
    value: count.value,
    unit: "count",
    interval: null,
    intervalNote: count.note,
    method: {id: count.id, version: 1},
    coverage: `${found.length} ${found.length === 1 ? "order" : "orders"} in SIPRI's register of major arms`,
    vintage: evidence.vintage,
    evidence: [evidence],
  };
}

/** Deliveries read zero while what was delivered before still flies, and needs the seller's parts. */
function platformCells(scene: Scene): Cell[] {
  const {state, partner, name, book, reference} = scene;
  const {orders: found, ageing} = armsOutcome(state, partner, book, reference);
  const number = Math.round(ageing[0]?.value ?? 0);
  if (number === 0) return [];
  const years = found.flatMap(({deliveryYears}) => deliveryYears);
  const span = yearSpan(years);
  // A window without deliveries is shown beside what was delivered before it: zero now is not zero in service.
  const newest = newestAmong(scene.series("arms-stock-share", state, partner));
  const none = newest?.figure.value === 0 ? newest : null;
  const sinceThen = none === null ? "" : `; none came in ${none.period}`;
  const text = `${number} aircraft, ships and vehicles that ${name(partner)} delivered in ${span} may still serve in ${name(state)} and need its parts${sinceThen}`;
  const note =
    "a complete count of what SIPRI's register lists as delivered; how many still serve is in no dataset here";
  const count = {id: "platforms-delivered", value: number, note};
  return [
    figureCell(
      text,
      [state, partner],
      counted(scene, found, count, `platforms from ${name(partner)} delivered ${span}`),
      none?.figure.evidence,
    ),
  ];
}

function undelivered({delivered, ordered, deliveryYears}: ArmsOrder): boolean {
  if (delivered === null) return deliveryYears.length === 0;
  return ordered === null ? delivered === 0 : delivered < ordered;
}

/** Placed long ago, and nothing is known to have come. */
function isStale({orderYear, delivered, deliveryYears}: ArmsOrder, now: number): boolean {
  return (
    orderYear !== null &&
    orderYear <= now - staleYears &&
    deliveryYears.length === 0 &&
    (delivered ?? 0) === 0
  );
}

/** Two of what was ordered, aircraft, ships and vehicles before engines and missiles: "S-70 Black Hawk, F-404 …". */
function examplesOf(found: readonly ArmsOrder[]): string {
  const sorted = [...found].sort((a, b) => Number(isPlatform(b)) - Number(isPlatform(a)));
  const names = [...new Set(sorted.map(({designation}) => designation))];
  return `${names.slice(0, 2).join(", ")}${names.length > 2 ? " …" : ""}`;
}

function pendingCells(scene: Scene): Cell[] {
  const {state, partner, name, book} = scene;
  const since = yearOf(book.asOf) - pendingYears;
  const found = ordersWithPartner(scene).filter(
    (order) =>
      (order.orderYear ?? 0) >= since && undelivered(order) && !isStale(order, yearOf(book.asOf)),
  );
  if (found.length === 0) return [];
  const span = yearSpan(found.flatMap(({orderYear}) => orderYear ?? []));
  const what = found.length === 1 ? "order" : "orders";
  const text = `${found.length} arms ${what} of ${name(state)} with ${name(partner)}, placed ${span}, not fully delivered (${examplesOf(found)}): capability to come`;
  const note = "a complete count of such orders in SIPRI's register";
  const count = {id: "orders-pending", value: found.length, note};
  return [
    figureCell(
      text,
      [state, partner],
      counted(scene, found, count, `orders with ${name(partner)} not fully delivered`),
    ),
  ];
}

function staleCells(scene: Scene): Cell[] {
  const {state, partner, name, book} = scene;
  const now = yearOf(book.asOf);
  const found = ordersWithPartner(scene).filter(
    (order) => (order.orderYear ?? 0) >= now - 2 * pendingYears && isStale(order, now),
  );
  if (found.length === 0) return [];
  const span = yearSpan(found.flatMap(({orderYear}) => orderYear ?? []));
  const what = found.length === 1 ? "order" : "orders";
  const text = `${found.length} arms ${what} of ${name(state)} with ${name(partner)}, placed ${span}, without any delivery recorded (${examplesOf(found)}): may have lapsed`;
  const note = "a complete count of such orders in SIPRI's register";
  const count = {id: "orders-without-delivery", value: found.length, note};
  return [
    figureCell(
      text,
      [state, partner],
      counted(scene, found, count, `orders with ${name(partner)} without any delivery`),
    ),
  ];
}

/** What is on order with the partner, and what was delivered and hangs on it for upkeep. */
export const armsOrderRules: readonly StakeRule[] = [
  {
    id: "arms-pending",
    version: 1,
    side: "benefits",
    looksAt: "orders of the state with the partner's makers",
    speaksWhen: "ordered in the last ten years (our choice) and not fully delivered",
    datasets,
    find: pendingCells,
  },
  {
    id: "arms-upkeep",
    version: 1,
    side: "risks",
    looksAt: "aircraft, ships and vehicles that the partner delivered",
    speaksWhen:
      "delivered within the middle service life of their kind (30 years, ships 32.5; our choice)",
    datasets,
    find: platformCells,
  },
  {
    id: "arms-without-delivery",
    version: 1,
    side: "risks",
    looksAt: "orders of the state with the partner's makers",
    speaksWhen: "placed five to twenty years ago (our choice) and nothing delivered",
    datasets,
    find: staleCells,
  },
];
