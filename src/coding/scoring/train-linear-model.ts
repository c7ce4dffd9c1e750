import {uniformInt} from "pure-rand/distribution/uniformInt";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";
import {fingerprint} from "./fingerprint.ts";
import {always, type Features, type LinearModel, softmax} from "./linear-model.ts";

/** One thing to learn from. */
export interface Example<Told = Features> {
  readonly features: Told;
  readonly label: string;
  /** How much it counts; 1 where nothing is said. */
  readonly weight?: number;
}

/** Features without their names, side by side: small enough to be kept for several models. */
export interface HashedFeatures {
  readonly fingerprints: Uint32Array;
  readonly amounts: Float64Array;
}

/** @param features by name, to which the one that always holds is added. */
export function hashedFeatures(features: Features): HashedFeatures {
  return {
    fingerprints: Uint32Array.from([always, ...features.keys()], fingerprint),
    amounts: Float64Array.from([1, ...features.values()]),
  };
}

export interface Training {
  /** Times that all examples are gone through. */
  readonly epochs: number;
  /** First step, which shrinks for each weight as it moves (AdaGrad: Duchi, Hazan & Singer 2011). */
  readonly rate: number;
  /** Strength with which weights are drawn to zero: this times half the sum of their squares is added to the loss. */
  readonly l2: number;
  /** Features met in fewer examples are left out. */
  readonly leastCount: number;
  /** A feature all of whose weights lie nearer to their mean than this moves no class against another, and is left out. */
  readonly leastWeight?: number;
  readonly seed: number;
  /** In how many orders the examples are gone through, each by a model of its own; the mean of them is given. One where nothing is said. */
  readonly orders?: number;
}

/** Fits a multinomial logistic model. The same examples in the same order give the same bytes. */
export function trainLinearModel(
  examples: readonly Example<Features | HashedFeatures>[],
  classes: readonly string[],
  training: Training,
): LinearModel {
  const {rows, fingerprints, counts} = numbered(examples, training.leastCount);
  const labels = examples.map(({label}) => classes.indexOf(label));
  if (labels.includes(-1)) throw new Error("an example has a label that is no class");
  const weights = new Float64Array(counts.length * classes.length);
  const {orders = 1, seed} = training;
  for (let order = 0; order < orders; order++) {
    const own = {...training, seed: seed + order, counts, classes: classes.length};
    for (const [w, weight] of descend(rows, labels, examples, own).entries())
      weights[w] = (weights[w] as number) + weight / orders;
  }
  const kept = telling(weights, classes.length, training.leastWeight ?? usualLeastWeight);
  return {
    classes,
    temperature: 1,
    fingerprints: fingerprints.filter((_, feature) => kept[feature]),
    ...quantised(
      weights.filter((_, at) => kept[Math.floor(at / classes.length)]),
      classes.length,
    ),
  };
}

/** Of 194,000 features of types a third stay, and no figure of the bench `coder` moved by more than a hundredth. */
const usualLeastWeight = 0.1;

/** By feature, whether it tells classes apart. */
function telling(weights: Float64Array, classes: number, leastWeight: number): readonly boolean[] {
  return Array.from({length: weights.length / classes}, (_, feature) => {
    const own = weights.subarray(feature * classes, (feature + 1) * classes);
    const mean = own.reduce((sum, one) => sum + one, 0) / classes;
    return own.some((one) => Math.abs(one - mean) >= leastWeight);
  });
}

/** An example's features by number, ascending by fingerprint. */
interface Row {
  readonly at: Int32Array;
  readonly amounts: Float64Array;
}

function numbered(examples: readonly Example<Features | HashedFeatures>[], leastCount: number) {
  const told = examples.map(({features}) =>
    "fingerprints" in features ? features : hashedFeatures(features),
  );
  const met = new Map<number, number>();
  for (const {fingerprints} of told)
    for (const one of fingerprints) met.set(one, (met.get(one) ?? 0) + 1);
  const kept = [...met].filter(([, count]) => count >= leastCount).sort(([a], [b]) => a - b);
  const numberOf = new Map(kept.map(([one], i) => [one, i]));
  const rows = told.map(({fingerprints, amounts}): Row => {
    const isKnown = (_: unknown, i: number) => numberOf.has(fingerprints[i] as number);
    return {
      at: Int32Array.from(fingerprints.filter(isKnown), (one) => numberOf.get(one) as number),
      amounts: amounts.filter(isKnown),
    };
  });
  return {
    rows,
    fingerprints: Uint32Array.from(kept, ([one]) => one),
    counts: Int32Array.from(kept, ([, count]) => count),
  };
}

interface Descent extends Training {
  readonly counts: Int32Array;
  readonly classes: number;
}

function descend(
  rows: readonly Row[],
  labels: readonly number[],
  examples: readonly Pick<Example, "weight">[],
  {epochs, rate, l2, seed, counts, classes}: Descent,
): Float64Array {
  const weights = new Float64Array(counts.length * classes);
  const squares = new Float64Array(weights.length).fill(1e-8);
  const random = xoroshiro128plus(seed);
  const order = Int32Array.from(rows, (_, i) => i);
  const sums = new Float64Array(weights.length);
  const settled = Math.floor(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const other = uniformInt(random, 0, i);
      [order[i], order[other]] = [order[other] as number, order[i] as number];
    }
    for (const number of order) {
      const {at, amounts} = rows[number] as Row;
      const wrong = errors(weights, at, amounts, labels[number] as number, classes);
      const counted = examples[number]?.weight ?? 1;
      for (let f = 0; f < at.length; f++) {
        const feature = at[f] as number;
        const amount = (amounts[f] as number) * counted;
        // Each visit pays its share of the penalty, so that one epoch pays the whole.
        const drawn = l2 / (counts[feature] as number);
        for (let k = 0; k < classes; k++) {
          const w = feature * classes + k;
          const slope = (wrong[k] as number) * amount + drawn * (weights[w] as number);
          squares[w] = (squares[w] as number) + slope * slope;
          weights[w] = (weights[w] as number) - (rate * slope) / Math.sqrt(squares[w] as number);
        }
      }
    }
    // Where weights have settled the last examples still push them about; the mean of the later rounds does not hang on their order.
    if (epoch >= settled)
      for (let w = 0; w < sums.length; w++)
        sums[w] = (sums[w] as number) + (weights[w] as number) / (epochs - settled);
  }
  return sums;
}

/** By class, what is given for it less what is true of it. */
function errors(
  weights: Float64Array,
  at: Int32Array,
  amounts: Float64Array,
  label: number,
  classes: number,
): number[] {
  const sums = new Float64Array(classes);
  for (let f = 0; f < at.length; f++) {
    const from = (at[f] as number) * classes;
    const amount = amounts[f] as number;
    for (let k = 0; k < classes; k++)
      sums[k] = (sums[k] as number) + amount * (weights[from + k] as number);
  }
  const given = softmax(sums);
  given[label] = (given[label] as number) - 1;
  return given;
}

/** Weights as whole numbers from −127 to 127 of a step by class. */
function quantised(weights: Float64Array, classes: number) {
  const scales = Array.from({length: classes}, (_, k) => {
    let most = 0;
    for (let i = k; i < weights.length; i += classes)
      most = Math.max(most, Math.abs(weights[i] as number));
    // Seven digits: the head is text, and must give the same model when read again.
    return Number((most === 0 ? 1 : most / 127).toPrecision(7));
  });
  const whole = Int8Array.from(weights, (weight, i) =>
    Math.max(-127, Math.min(127, Math.round(weight / (scales[i % classes] as number)))),
  );
  return {weights: whole, scales};
}
