import type {ArmsOrder, Bounded, StateCode} from "../../world/index.ts";
import {type PlatformKind, serviceLives} from "./parameters.ts";
import {platformKind} from "./platform-kind.ts";

/** Platforms of one order that came in one year. */
export interface PlatformBatch {
  readonly order: ArmsOrder;
  readonly kind: PlatformKind;
  readonly year: number;
  /** An order of several years is spread evenly over them: SIPRI gives no number by year. */
  readonly count: number;
}

/** Platforms delivered to a state by any supplier, by order and year of delivery. */
export function platformsDelivered(
  orders: readonly ArmsOrder[],
  recipient: StateCode,
): PlatformBatch[] {
  return orders.flatMap((order): PlatformBatch[] => {
    const kind = platformKind(order.description);
    const {delivered, deliveryYears} = order;
    if (order.recipient !== recipient || kind === null || !delivered) return [];
    return deliveryYears.map((year) => ({
      order,
      kind,
      year,
      count: delivered / deliveryYears.length,
    }));
  });
}

/** Which end of the range of service lives is meant, or its middle. */
export type Life = "low" | "middle" | "high";

function lifeOf(kind: PlatformKind, life: Life): number {
  const {low, high} = serviceLives[kind];
  return life === "middle" ? (low + high) / 2 : {low, high}[life];
}

/** Whether a batch still serves in a year, if its kind serves that long. Half-years are not told apart. */
export function stillServes({kind, year}: PlatformBatch, in_: number, life: Life): boolean {
  return year <= in_ && year + lifeOf(kind, life) > in_;
}

/** How many of some batches serve in a year, at the short, the middle and the long service life. */
export function countInService(batches: readonly PlatformBatch[], in_: number): Bounded {
  const count = (life: Life) =>
    batches.reduce((sum, batch) => sum + (stillServes(batch, in_, life) ? batch.count : 0), 0);
  return {value: count("middle"), low: count("low"), high: count("high")};
}
