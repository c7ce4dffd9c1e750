import type {ArmsOrder, Day, Evidence, ToldStep} from "../world/index.ts";
import {firstDayOf, gap, lastDayOf, sentence} from "../world/index.ts";
import type {Thread} from "./thread.ts";

/** A thread of an order, by what it was made of: a row of the ledger never changes. */
interface Made {
  readonly nth: number;
  readonly knownUntil: Day;
  readonly thread: Thread;
}

/**
 * Orders of major arms, each with what came of it. The register tells the years of delivery and how many had come in all:
 * so the first year is a step whose part nobody knows, and the last one says how much there was by then. What a row made
 * before is not made again.
 */
export function armsThreads(
  nameOf: (party: string) => string,
): (orders: readonly ArmsOrder[]) => Thread[] {
  let before = new Map<number, Made>();
  return (orders) => {
    const knownUntil = registerEnd(orders);
    if (knownUntil === null) return [];
    const times = new Map<string, number>();
    const now = new Map<number, Made>();
    for (const order of orders) {
      const {supplier, recipient, row} = order;
      if (supplier === recipient) continue;
      const key = keyOf(order);
      const nth = times.get(key) ?? 0;
      times.set(key, nth + 1);
      const old = before.get(row);
      const stands = old?.nth === nth && old.knownUntil === knownUntil;
      now.set(
        row,
        stands ? old : {nth, knownUntil, thread: threadOf(order, nth, nameOf, knownUntil)},
      );
    }
    before = now;
    return [...now.values()].map(({thread}) => thread);
  };
}

/** What the dataset tells orders apart by: a later register speaks of the same one under it. */
const keyOf = ({recipient, supplier, orderYear, designation, description}: ArmsOrder) =>
  JSON.stringify(["arms-orders", recipient, supplier, orderYear, designation, description]);

/** The last day that the register speaks of: the end of the newest year in it. */
function registerEnd(orders: readonly ArmsOrder[]): Day | null {
  const newest = orders.reduce(
    (most, {orderYear, deliveryYears}) =>
      Math.max(most, orderYear ?? most, deliveryYears.at(-1) ?? most),
    0,
  );
  return newest === 0 ? null : lastDayOf(newest);
}

function threadOf(
  order: ArmsOrder,
  nth: number,
  nameOf: (party: string) => string,
  knownUntil: Day,
): Thread {
  const {supplier, recipient} = order;
  const text = sentence(
    `${nameOf(recipient)} ordered ${thingsOf(order)} from ${nameOf(supplier)}.`,
  );
  return {
    key: nth === 0 ? keyOf(order) : `${keyOf(order)} ${nth}`,
    kind: "arms-order",
    text,
    by: [supplier],
    to: [recipient],
    sectors: ["defence"],
    steps: [ordered(order, text), ...deliveries(order)],
    knownUntil,
    specimen: false,
  };
}

/** "18 Su-30MK (fighter/ground-attack aircraft)". */
function thingsOf({ordered: count, designation, description}: ArmsOrder): string {
  const what = [
    designation,
    description !== "" && description !== designation && `(${description})`,
  ];
  const number = count === null ? "an unknown number of" : String(count);
  return [number, ...what].filter(Boolean).join(" ");
}

function ordered(order: ArmsOrder, text: string): ToldStep {
  const {orderYear, orderYearUncertain, comments} = order;
  const known = orderYear !== null;
  return {
    stage: "contract",
    when: known
      ? firstDayOf(orderYear)
      : gap(
          "when it was ordered",
          "SIPRI gives no year of order",
          "the contract, or a notice of it",
        ),
    precision: known ? "year" : "unknown",
    part: null,
    text,
    because: [
      ...(orderYearUncertain ? ["SIPRI marks the year of order as uncertain"] : []),
      ...(comments === "" ? [] : [`SIPRI: ${comments}`]),
    ],
    evidence: [evidenceOf(order, text)],
    knownOn: order.recordedOn,
  };
}

function deliveries(order: ArmsOrder): ToldStep[] {
  const {deliveryYears, ordered: count, delivered} = order;
  const [first, last] = [deliveryYears[0], deliveryYears.at(-1)];
  if (first === undefined || last === undefined) return [];
  const part = count === null || delivered === null ? null : Math.min(1, delivered / count);
  const many = delivered === null ? "An unknown number" : String(delivered);
  const of = count === null ? "" : ` of ${count}`;
  const whole = delivered !== null && delivered === count ? `All ${count}` : `${many}${of}`;
  const step = (year: number, share: number | null, text: string): ToldStep => ({
    stage: "delivered",
    when: firstDayOf(year),
    precision: "year",
    part: share,
    text,
    because: [],
    evidence: [evidenceOf(order, text)],
    knownOn: order.recordedOn,
  });
  return [
    ...(first === last ? [] : [step(first, null, `The first were delivered in ${first}.`)]),
    step(last, part, `${whole} had been delivered by the end of ${last}.`),
  ];
}

function evidenceOf(
  {row, recipient, supplier, deliveryYears, orderYear}: ArmsOrder,
  quote: string,
) {
  return {
    kind: "rows",
    dataset: "arms-orders",
    where: [{column: "row", in: [row]}],
    count: 1,
    quote,
    reaches: [
      {party: recipient, how: "column", by: `recipient: ${recipient}`},
      {party: supplier, how: "column", by: `supplier: ${supplier}`},
    ],
    vintage: String(deliveryYears.at(-1) ?? orderYear ?? ""),
  } satisfies Evidence;
}
