/** A map whose fixed point is sought: writes the next point into `next` and returns the residual at `point`. */
export type FixedPointMap = (point: Float64Array, next: Float64Array) => number;

export interface FixedPoint {
  readonly point: Float64Array;
  readonly iterations: number;
  readonly residual: number;
}

/** The iteration stopped short; the residual says how far away it was. */
export class NoConvergence extends Error {
  readonly residual: number;
  readonly iterations: number;

  constructor(residual: number, iterations: number) {
    super(`no fixed point after ${iterations} iterations: residual ${residual.toExponential(3)}`);
    this.name = "NoConvergence";
    this.residual = residual;
    this.iterations = iterations;
  }
}

/**
 * Fixed point by Anderson mixing (Walker & Ni 2011): the next point is the combination of the last `memory`
 * images whose step is smallest in least squares. Starts again from a plain step when a mixed step exceeds
 * `largestStep`, or when the residual grew tenfold.
 *
 * @throws NoConvergence with the residual reached, also when the map leaves the finite numbers.
 */
export function solveFixedPoint(
  map: FixedPointMap,
  start: Float64Array,
  {tolerance = 1e-10, maxIterations = 500, memory = 8, largestStep = 0.5} = {},
): FixedPoint {
  const n = start.length;
  let point = Float64Array.from(start);
  const image = new Float64Array(n);
  let lastPoint = new Float64Array(n);
  let lastStep = new Float64Array(n);
  let step = new Float64Array(n);
  const pointChanges: Float64Array[] = [];
  const stepChanges: Float64Array[] = [];
  const products = new StepProducts(memory);
  let lastResidual = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const residual = map(point, image);
    if (!Number.isFinite(residual)) throw new NoConvergence(residual, iteration);
    if (residual <= tolerance) return {point, iterations: iteration, residual};
    if (residual > 10 * lastResidual) {
      pointChanges.length = 0;
      stepChanges.length = 0;
    }
    for (let i = 0; i < n; i++) step[i] = (image[i] as number) - (point[i] as number);
    if (iteration > 0 && residual <= 10 * lastResidual) {
      const full = pointChanges.length >= memory;
      const dPoint = full ? (pointChanges.shift() as Float64Array) : new Float64Array(n);
      const dStep = full ? (stepChanges.shift() as Float64Array) : new Float64Array(n);
      for (let i = 0; i < n; i++) {
        dPoint[i] = (point[i] as number) - (lastPoint[i] as number);
        dStep[i] = (step[i] as number) - (lastStep[i] as number);
      }
      pointChanges.push(dPoint);
      stepChanges.push(dStep);
      products.add(stepChanges, full);
    }
    lastResidual = residual;
    const weights = leastSquares(products, stepChanges, step);
    [lastPoint, point] = [point, lastPoint];
    [lastStep, step] = [step, lastStep];
    point.set(image);
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k] as number;
      const dPoint = pointChanges[k] as Float64Array;
      const dStep = stepChanges[k] as Float64Array;
      for (let i = 0; i < n; i++) {
        point[i] = (point[i] as number) - weight * ((dPoint[i] as number) + (dStep[i] as number));
      }
    }
    let longest = 0;
    for (let i = 0; i < n; i++) {
      longest = Math.max(longest, Math.abs((point[i] as number) - (lastPoint[i] as number)));
    }
    if (longest > largestStep) {
      const shrink = Math.min(1, largestStep / longestStep(lastStep));
      for (let i = 0; i < n; i++) {
        point[i] = (lastPoint[i] as number) + shrink * (lastStep[i] as number);
      }
      pointChanges.length = 0;
      stepChanges.length = 0;
    }
  }
  throw new NoConvergence(lastResidual, maxIterations);
}

function longestStep(step: Float64Array): number {
  let longest = 0;
  for (const s of step) longest = Math.max(longest, Math.abs(s));
  return longest;
}

/** Products of the kept columns with one another; a new column costs one row of them, and the oldest falls out. */
class StepProducts {
  readonly #width: number;
  readonly #products: Float64Array;

  constructor(width: number) {
    this.#width = width;
    this.#products = new Float64Array(width * width);
  }

  /** Takes in the last of the columns. `columns` are all that are kept, oldest first; `shifted`: one has fallen out. */
  add(columns: readonly Float64Array[], shifted: boolean): void {
    const m = columns.length;
    if (shifted) this.#products.copyWithin(0, this.#width + 1);
    const last = columns[m - 1] as Float64Array;
    columns.forEach((column, b) => {
      this.#products[(m - 1) * this.#width + b] = dot(last, column);
    });
  }

  /** Of columns a ≥ b. */
  of(a: number, b: number): number {
    return this.#products[a * this.#width + b] as number;
  }
}

/** Weights that best rebuild `target` from `columns`: normal equations with a trace of ridge, by Cholesky. */
function leastSquares(
  products: StepProducts,
  columns: readonly Float64Array[],
  target: Float64Array,
): Float64Array {
  const m = columns.length;
  const weights = new Float64Array(m);
  if (m === 0) return weights;
  const gram = new Float64Array(m * m);
  for (let a = 0; a < m; a++) {
    for (let b = 0; b <= a; b++) gram[a * m + b] = products.of(a, b);
    weights[a] = dot(columns[a] as Float64Array, target);
    // The ridge is relative to each column, so that old long steps do not drown new short ones.
    gram[a * m + a] = products.of(a, a) * (1 + 1e-12) + Number.MIN_VALUE;
  }
  for (let a = 0; a < m; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = gram[a * m + b] as number;
      for (let k = 0; k < b; k++) {
        sum -= (gram[a * m + k] as number) * (gram[b * m + k] as number);
      }
      if (a !== b) {
        gram[a * m + b] = sum / (gram[b * m + b] as number);
      } else if (sum <= 1e-14 * products.of(a, a)) {
        // This column adds nothing new: leave it out by giving it an endless pivot.
        gram[a * m + a] = Number.POSITIVE_INFINITY;
      } else {
        gram[a * m + a] = Math.sqrt(sum);
      }
    }
  }
  for (let a = 0; a < m; a++) {
    let sum = weights[a] as number;
    for (let k = 0; k < a; k++) sum -= (gram[a * m + k] as number) * (weights[k] as number);
    weights[a] = sum / (gram[a * m + a] as number);
  }
  for (let a = m - 1; a >= 0; a--) {
    let sum = weights[a] as number;
    for (let k = a + 1; k < m; k++) sum -= (gram[k * m + a] as number) * (weights[k] as number);
    weights[a] = sum / (gram[a * m + a] as number);
  }
  return weights;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
