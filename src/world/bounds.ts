/** A number that is not known better than between two bounds, both of which it may be. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A number with the bounds between which it may lie. */
export interface Bounded extends Bounds {
  readonly value: number;
}
