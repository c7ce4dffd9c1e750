import type {ArmsOrder, Cell, DatasetId, Measured, RowsEvidence} from "../world/index.ts";
import {yearOf} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {partnerReach, stateReach} from "./partner-reach.ts";
import {possessive} from "./possessive.ts";
import {newestAmong, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tellError, tellValue, twoDigits} from "./tell-figure.ts";

const deliveries: readonly DatasetId[] = ["arms-deliveries"];
const orders: readonly DatasetId[] = ["arms-orders"];

/** From this share of deliveries on a supplier is relied upon: our choice, a quarter. */
const reliant = 0.25;
/** Bounds of concentration as in `concentration-rules.ts` (DoJ and FTC 2010, §5.3). */
const concentration = {unconcentrated: 0.15, highly: 0.25} as const;
/** Years that a delivered aircraft, ship or vehicle is taken to serve: our choice; SIPRI records no end of service. */
const serviceYears = 30;
/** An order is still waited for this many years after it was placed: our choice. */
const pendingYears = 10;
/** After so many years without a delivery an order may have lapsed: our choice. */
const staleYears = 5;

/** Things that carry people or weapons, by the last word of SIPRI's description: "aircraft engine" is no aircraft. */
const platform =
  /(?:aircraft|helicopter|frigate|corvette|destroyer|cruiser|submarine|ship|boat|craft|minesweeper|tank|vehicle|carrier|drone)$/i;

function shareCells(scene: Scene, speaks: (share: number) => boolean, meaning: string): Cell[] {
  const {state, partner, name, book} = scene;
  const newest = newestAmong(scene.series("arms-stock-share", state, partner));
  if (newest === null || !speaks(newest.figure.value)) return [];
  const {figure, period} = newest;
  const share = figure.value === 0 ? "none" : tellValue(figure.value, figure.unit);
  const text = `${name(partner)} supplied ${share} of the arms that came to ${name(state)} in ${period}${tellError(figure, book.asOf)}: ${meaning}`;
  return [figureCell(text, [state, partner], figure)];
}

function supplierCells(scene: Scene, least: number, below: number, meaning: string): Cell[] {
  const {state, name, book} = scene;
  const newest = newestAmong(scene.series("arms-supplier-hhi", state, null));
  if (newest === null || newest.figure.value < least || newest.figure.value > below) return [];
  const {figure, period} = newest;
  const text = `${possessive(name(state))} arms came from ${meaning} in ${period}: HHI ${twoDigits(figure.value)}${tellError(figure, book.asOf)}`;
  return [figureCell(text, [state], figure)];
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
  const {state, partner, name, book} = scene;
  const since = yearOf(book.asOf) - serviceYears;
  const found = ordersWithPartner(scene).filter(
    ({description, delivered, deliveryYears}) =>
      platform.test(description.trim()) && (delivered ?? 0) > 0 && (deliveryYears[0] ?? 0) >= since,
  );
  if (found.length === 0) return [];
  const number = found.reduce((sum, {delivered}) => sum + (delivered ?? 0), 0);
  const years = found.flatMap(({deliveryYears}) => deliveryYears);
  const span = yearSpan(years);
  const text = `${number} aircraft, ships and vehicles from ${name(partner)}, delivered ${span}, may still serve in ${name(state)}: upkeep hangs on the seller`;
  const note =
    "a complete count of what SIPRI's register lists as delivered; how many still serve is in no dataset here";
  const count = {id: "platforms-delivered", value: number, note};
  return [
    figureCell(
      text,
      [state, partner],
      counted(scene, found, count, `platforms from ${name(partner)} delivered ${span}`),
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

function pendingCells(scene: Scene): Cell[] {
  const {state, partner, name, book} = scene;
  const since = yearOf(book.asOf) - pendingYears;
  const found = ordersWithPartner(scene).filter(
    (order) =>
      (order.orderYear ?? 0) >= since && undelivered(order) && !isStale(order, yearOf(book.asOf)),
  );
  if (found.length === 0) return [];
  const span = yearSpan(found.flatMap(({orderYear}) => orderYear ?? []));
  const designations = [...new Set(found.map(({designation}) => designation))];
  const such = `${designations.slice(0, 2).join(", ")}${designations.length > 2 ? " …" : ""}`;
  const what = found.length === 1 ? "order" : "orders";
  const text = `${found.length} arms ${what} of ${name(state)} with ${name(partner)}, placed ${span}, not fully delivered (${such}): capability to come`;
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
  const text = `${found.length} arms ${what} of ${name(state)} with ${name(partner)}, placed ${span}, without any delivery recorded: may have lapsed`;
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

function yearSpan(years: readonly number[]): string {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `${first}` : `${first}-${last}`;
}

/** What the partner delivered, what is on order, and what hangs on it for upkeep. */
export const armsRules: readonly StakeRule[] = [
  {
    id: "arms-supply",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share of arms delivered to the state in the newest five years",
    speaksWhen: "above zero and below 25 % (our choice)",
    datasets: deliveries,
    find: (scene) =>
      shareCells(scene, (share) => share > 0 && share < reliant, "one supplier among others"),
  },
  {
    id: "arms-pending",
    version: 1,
    side: "benefits",
    looksAt: "orders of the state with the partner's makers",
    speaksWhen: "ordered in the last ten years (our choice) and not fully delivered",
    datasets: orders,
    find: pendingCells,
  },
  {
    id: "arms-spread",
    version: 1,
    side: "benefits",
    looksAt: "concentration (HHI) of deliveries over suppliers in the newest five years",
    speaksWhen: "below 0.15, “unconcentrated” (DoJ and FTC 2010, §5.3)",
    datasets: deliveries,
    find: (scene) => supplierCells(scene, 0, concentration.unconcentrated, "many suppliers"),
  },
  {
    id: "arms-reliance",
    version: 1,
    side: "risks",
    looksAt: "the partner's share of arms delivered to the state in the newest five years",
    speaksWhen: "at 25 % and more (our choice)",
    datasets: deliveries,
    find: (scene) => shareCells(scene, (share) => share >= reliant, "reliance on one supplier"),
  },
  {
    id: "arms-upkeep",
    version: 1,
    side: "risks",
    looksAt: "aircraft, ships and vehicles that the partner delivered",
    speaksWhen: "delivered in the last thirty years (our choice of a service life)",
    datasets: orders,
    find: platformCells,
  },
  {
    id: "arms-without-delivery",
    version: 1,
    side: "risks",
    looksAt: "orders of the state with the partner's makers",
    speaksWhen: "placed five to twenty years ago (our choice) and nothing delivered",
    datasets: orders,
    find: staleCells,
  },
  {
    id: "arms-concentrated",
    version: 1,
    side: "risks",
    looksAt: "concentration (HHI) of deliveries over suppliers in the newest five years",
    speaksWhen: "above 0.25, “highly concentrated” (DoJ and FTC 2010, §5.3)",
    datasets: deliveries,
    find: (scene) => supplierCells(scene, concentration.highly, Infinity, "few suppliers"),
  },
];
