import {levelCount} from "./level-count.ts";

/**
 * Takes fixed effects out of columns by alternating weighted demeaning (Guimarães & Portugal 2010), all columns in one
 * walk. Columns stand row by row: cell `i * width + c`. What a sweep leaves is the best start of the next one, as
 * columns differ from it by effects alone.
 */
export class SweptEffects {
  readonly #levels: readonly Int32Array[];
  readonly #sizes: readonly number[];
  readonly #width: number;
  /** 1 over the weight of each level, and each level's sums or means. */
  readonly #inverse: readonly Float64Array[];
  readonly #means: readonly Float64Array[];

  /** @param levels for each set of effects, the level (0, 1, …) of every row. */
  constructor(levels: readonly Int32Array[], width: number) {
    this.#levels = levels;
    this.#width = width;
    this.#sizes = levels.map(levelCount);
    this.#inverse = this.#sizes.map((size) => new Float64Array(size));
    this.#means = this.#sizes.map((size) => new Float64Array(size * width));
  }

  /**
   * Sweeps in place until no level's mean is above `tolerance`, in the unit of the columns.
   *
   * @throws Error when that takes more than 10,000 turns.
   */
  sweep(cells: Float64Array, weights: Float64Array, tolerance: number): void {
    const sets = this.#levels.length;
    if (sets === 0) return;
    for (let e = 0; e < sets; e++) this.#weigh(e, weights);
    this.#collect(0, cells, weights);
    for (let turn = 0; turn < 10_000; turn++) {
      let largest = 0;
      for (let e = 0; e < sets; e++) {
        largest = Math.max(largest, this.#average(e));
        const next = (e + 1) % sets;
        if (next === e) this.#takeOut(e, cells);
        else if (this.#width === 2) this.#takeOutAndCollectTwo(e, next, cells, weights);
        else this.#takeOutAndCollect(e, next, cells, weights);
      }
      if (sets === 1 || largest < tolerance) return;
    }
    throw new Error("the fixed effects could not be swept out in 10,000 turns");
  }

  #weigh(e: number, weights: Float64Array): void {
    const levels = this.#levels[e] as Int32Array;
    const inverse = this.#inverse[e] as Float64Array;
    inverse.fill(0);
    for (let i = 0; i < levels.length; i++) {
      const l = levels[i] as number;
      inverse[l] = (inverse[l] as number) + (weights[i] as number);
    }
    for (let l = 0; l < inverse.length; l++) {
      inverse[l] = (inverse[l] as number) > 0 ? 1 / (inverse[l] as number) : 0;
    }
  }

  #collect(e: number, cells: Float64Array, weights: Float64Array): void {
    const levels = this.#levels[e] as Int32Array;
    const sums = this.#means[e] as Float64Array;
    const width = this.#width;
    sums.fill(0);
    for (let i = 0, at = 0; i < levels.length; i++) {
      const weight = weights[i] as number;
      for (let c = 0, to = (levels[i] as number) * width; c < width; c++, at++, to++) {
        sums[to] = (sums[to] as number) + weight * (cells[at] as number);
      }
    }
  }

  /** Sums into means; gives the largest. */
  #average(e: number): number {
    const means = this.#means[e] as Float64Array;
    const inverse = this.#inverse[e] as Float64Array;
    const width = this.#width;
    let largest = 0;
    for (let l = 0, at = 0; l < inverse.length; l++) {
      for (let c = 0; c < width; c++, at++) {
        const mean = (means[at] as number) * (inverse[l] as number);
        means[at] = mean;
        if (mean > largest) largest = mean;
        else if (-mean > largest) largest = -mean;
      }
    }
    return largest;
  }

  #takeOut(e: number, cells: Float64Array): void {
    const levels = this.#levels[e] as Int32Array;
    const means = this.#means[e] as Float64Array;
    const width = this.#width;
    for (let i = 0, at = 0; i < levels.length; i++) {
      for (let c = 0, from = (levels[i] as number) * width; c < width; c++, at++, from++) {
        cells[at] = (cells[at] as number) - (means[from] as number);
      }
    }
  }

  /** Takes the means of one set out and sums up the next set's levels in the same walk. */
  #takeOutAndCollect(e: number, next: number, cells: Float64Array, weights: Float64Array): void {
    const levels = this.#levels[e] as Int32Array;
    const means = this.#means[e] as Float64Array;
    const nextLevels = this.#levels[next] as Int32Array;
    const sums = this.#means[next] as Float64Array;
    const width = this.#width;
    sums.fill(0);
    for (let i = 0, at = 0; i < levels.length; i++) {
      const weight = weights[i] as number;
      let from = (levels[i] as number) * width;
      let to = (nextLevels[i] as number) * width;
      for (let c = 0; c < width; c++, at++, from++, to++) {
        const left = (cells[at] as number) - (means[from] as number);
        cells[at] = left;
        sums[to] = (sums[to] as number) + weight * left;
      }
    }
  }

  /** The same for two columns, written out: a single regressor is the usual case, and this walk is most of the work. */
  #takeOutAndCollectTwo(e: number, next: number, cells: Float64Array, weights: Float64Array): void {
    const levels = this.#levels[e] as Int32Array;
    const means = this.#means[e] as Float64Array;
    const nextLevels = this.#levels[next] as Int32Array;
    const sums = this.#means[next] as Float64Array;
    sums.fill(0);
    for (let i = 0, at = 0; i < levels.length; i++, at += 2) {
      const weight = weights[i] as number;
      const from = 2 * (levels[i] as number);
      const to = 2 * (nextLevels[i] as number);
      const first = (cells[at] as number) - (means[from] as number);
      const second = (cells[at + 1] as number) - (means[from + 1] as number);
      cells[at] = first;
      cells[at + 1] = second;
      sums[to] = (sums[to] as number) + weight * first;
      sums[to + 1] = (sums[to + 1] as number) + weight * second;
    }
  }
}
