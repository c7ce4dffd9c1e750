/** Something in the ledger that is not as it was kept. */
export interface Fault {
  readonly what: "altered" | "missing" | "added";
  /** The kind of entry, as in the chain. */
  readonly kind: string;
  /** The entry, as in the chain; for a row of a dataset, its table and number. */
  readonly id: string;
  /** Its place in the chain; null for what has none, because it was added. */
  readonly leaf: number | null;
  /** One line for a person: "trade-cow row 1,234 (carried) was altered". */
  readonly tells: string;
}

/** Faults in the order of the chain; what has no place in it comes last. */
export function byPlace(a: Fault, b: Fault): number {
  return (a.leaf ?? Number.POSITIVE_INFINITY) - (b.leaf ?? Number.POSITIVE_INFINITY) || 0;
}
