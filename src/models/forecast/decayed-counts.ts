/** Days after which a count has faded to a half, from what happened yesterday to what holds for the season. */
const halfLives = [1, 3, 10, 30, 120] as const;
export const lives = halfLives.length;

/** Days after which nothing is left: forty of the longest half-lives. */
const forgotten = 40 * 120;

/** 2^(−gap / half-life) for every gap that a graph can have. */
export class Fading {
  readonly #shares: Float64Array;

  constructor(span: number) {
    const longestGap = Math.min(span, forgotten);
    this.#shares = new Float64Array((longestGap + 1) * lives);
    for (let gap = 0; gap <= longestGap; gap++)
      for (let k = 0; k < lives; k++)
        this.#shares[gap * lives + k] = 2 ** (-gap / (halfLives[k] as number));
  }

  share(gap: number, life: number): number {
    return gap > forgotten ? 0 : (this.#shares[gap * lives + life] as number);
  }
}

/** Counts that fade with time at each of the half-lives, for as many things as there are slots. */
export class DecayedCounts {
  readonly #fading: Fading;
  readonly #values: Float32Array;
  /** How often in all. */
  readonly total: Float32Array;
  /** The day of the last; meaningless where `total` is 0. */
  readonly last: Int32Array;

  constructor(slots: number, fading: Fading) {
    this.#fading = fading;
    this.#values = new Float32Array(slots * lives);
    this.total = new Float32Array(slots);
    this.last = new Int32Array(slots);
  }

  add(slot: number, day: number): void {
    const gap = (this.total[slot] as number) > 0 ? day - (this.last[slot] as number) : 0;
    for (let k = 0, at = slot * lives; k < lives; k++, at++)
      this.#values[at] = (this.#values[at] as number) * this.#fading.share(gap, k) + 1;
    this.total[slot] = (this.total[slot] as number) + 1;
    this.last[slot] = day;
  }

  /** The count on a day at one half-life. */
  at(slot: number, day: number, life: number): number {
    const value = this.#values[slot * lives + life] as number;
    return value === 0 ? 0 : value * this.#fading.share(day - (this.last[slot] as number), life);
  }
}
