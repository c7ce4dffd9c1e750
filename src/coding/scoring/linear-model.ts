import type {Features, Telling} from "./feature-sink.ts";
import {framed, refuseCut, unframed} from "./framed-model.ts";
import {
  addKnown,
  type FeatureTable,
  type KnownDirection,
  type KnownFeatures,
  knownTo,
  namesAt,
  rawSums,
} from "./known-features.ts";

export type {Features} from "./feature-sink.ts";

/** A trained multinomial logistic model: a sum of weights by class, one weight a feature and class. */
export interface LinearModel extends FeatureTable {
  /** Divides every sum before it becomes a probability, so that the model is as sure as it is right. */
  readonly temperature: number;
  /** By class, the unit of its weights. */
  readonly scales: readonly number[];
}

/** A feature that moved a class, in log odds against the mean of the classes. */
export interface Moved {
  readonly feature: string;
  readonly by: number;
}

/** Every sentence has this one: it holds how common each class is. */
export const always = "";

/** The sum of weights of each class, in the order of `classes`: sums of parts of the features may be added up. */
export function sumsOf(model: LinearModel, features: Features): Float64Array {
  return sumsOfTold(model, telling(features));
}

const telling =
  (features: Features): Telling =>
  (to) => {
    for (const [name, amount] of features) to.addSome(amount, name);
  };

/** The same of what is told. */
export function sumsOfTold(model: LinearModel, tell: Telling): Float64Array {
  return scaled(model, rawSums(model, tell));
}

/** The same of features that are looked up already, all their parts together. */
export function sumsOfKnown(model: LinearModel, ...parts: readonly KnownFeatures[]): Float64Array {
  const sums = new Float64Array(model.classes.length);
  for (const part of parts) addKnown(model, part, sums);
  return scaled(model, sums);
}

function scaled({scales}: LinearModel, sums: Float64Array): Float64Array {
  for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) * (scales[k] as number);
  return sums;
}

const biases = new WeakMap<LinearModel, Float64Array>();

/** How common each class is, from the feature that everything has. */
function biasOf(model: LinearModel): Float64Array {
  const bias = biases.get(model) ?? sumsOfTold(model, (to) => to.add(always));
  biases.set(model, bias);
  return bias;
}

/** The probability of each class, in the order of `classes`, from the sums of all parts of the features. */
export function probabilities(model: LinearModel, ...parts: readonly Float64Array[]): number[] {
  const sums = [...biasOf(model)];
  for (const part of parts)
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (part[k] as number);
  for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) / model.temperature;
  return softmax(sums);
}

/** The probability of each class from what is told of one thing. */
export function judge(model: LinearModel, tell: Telling): number[] {
  return probabilities(model, sumsOfTold(model, tell));
}

/** The features that spoke most for a class, the strongest first. */
export function movedMost(
  model: LinearModel,
  features: Features,
  chosen: string,
  most: number,
): Moved[] {
  return movedMostOf(model, [knownTo(model, telling(features))], chosen, most);
}

const knownMeans = new WeakMap<LinearModel, Float64Array>();

/** By feature, the mean of what it gives the classes: worked out once, as every event asks for it. */
function meansOf(model: LinearModel): Float64Array {
  const known = knownMeans.get(model);
  if (known !== undefined) return known;
  const {classes, weights, scales, fingerprints} = model;
  const means = new Float64Array(fingerprints.length);
  for (let row = 0; row < means.length; row++) {
    const from = row * classes.length;
    let mean = 0;
    for (let k = 0; k < classes.length; k++)
      mean += ((scales[k] as number) * (weights[from + k] as number)) / classes.length;
    means[row] = mean;
  }
  knownMeans.set(model, means);
  return means;
}

/** The same of features that are looked up already. A direction is one feature, by the name of its kind. */
export function movedMostOf(
  model: LinearModel,
  parts: readonly KnownFeatures[],
  chosen: string,
  most: number,
): Moved[] {
  const {classes, temperature, weights, scales} = model;
  const at = classes.indexOf(chosen);
  const means = meansOf(model);
  const moved: {feature: string; by: number; part: KnownFeatures; place: number}[] = [];
  const isAmong = (by: number) => by > (moved[most - 1]?.by ?? 0);
  const take = (one: (typeof moved)[number]) => {
    moved.push(one);
    moved.sort((a, b) => b.by - a.by);
    moved.length = Math.min(moved.length, most);
  };
  for (const part of parts) {
    const {rows, amounts, places} = part;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const own = (scales[at] as number) * (weights[row * classes.length + at] as number);
      const by = ((amounts[i] as number) * (own - (means[row] as number))) / temperature;
      if (isAmong(by)) take({feature: "", by, part, place: places[i] as number});
    }
    for (const direction of part.directions) {
      const by = alongOf(model, direction, at) / temperature;
      if (isAmong(by)) take({feature: direction.kind, by, part, place: -1});
    }
  }
  for (const part of parts) {
    const own = moved.filter((one) => one.part === part && one.place >= 0);
    const names = namesAt(
      own.map(({place}) => place),
      part.tell,
    );
    for (const [i, one] of own.entries()) one.feature = names[i] as string;
  }
  return moved.map(({feature, by}) => ({feature, by}));
}

/** What a direction gives one class above what it gives the mean of all. */
function alongOf(
  {classes, scales}: LinearModel,
  {direction, weighs, weights}: KnownDirection,
  at: number,
): number {
  let along = 0;
  for (let i = 0; i < direction.length; i++) {
    const from = i * classes.length;
    let mean = 0;
    for (let k = 0; k < classes.length; k++)
      mean += ((scales[k] as number) * (weights[from + k] as number)) / classes.length;
    const own = (scales[at] as number) * (weights[from + at] as number);
    along += (direction[i] as number) * weighs * (own - mean);
  }
  return along;
}

/** Sums to probabilities, safe for large sums. */
export function softmax(sums: ArrayLike<number>): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < sums.length; k++) most = Math.max(most, sums[k] as number);
  const powers: number[] = [];
  let total = 0;
  for (let k = 0; k < sums.length; k++) {
    const power = Math.exp((sums[k] as number) - most);
    powers.push(power);
    total += power;
  }
  for (let k = 0; k < powers.length; k++) powers[k] = (powers[k] as number) / total;
  return powers;
}

const mark = "DLM1";
const what = "a linear model";

/** A model as bytes: framed by "DLM1", the fingerprints (uint32 each, little-endian), then the weights (int8 each). */
export function packModel(model: LinearModel): Uint8Array {
  const {classes, temperature, scales, fingerprints, weights} = model;
  const body = new Uint8Array(4 * fingerprints.length + weights.length);
  const view = new DataView(body.buffer);
  fingerprints.forEach((one, i) => {
    view.setUint32(4 * i, one, true);
  });
  body.set(
    new Uint8Array(weights.buffer, weights.byteOffset, weights.length),
    4 * fingerprints.length,
  );
  return framed(mark, {classes, temperature, scales, features: fingerprints.length}, body);
}

/** @throws Error where the bytes are no model, or not as many as their head says: a fault of ours, or a broken file. */
export function loadModel(bytes: Uint8Array): LinearModel {
  const {head, body} = unframed(bytes, mark, what);
  const {classes, temperature, scales, features} = headOf(head as Partial<Head>);
  refuseCut(body, features * (4 + classes.length), what);
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const fingerprints = Uint32Array.from({length: features}, (_, i) => view.getUint32(4 * i, true));
  // Not by `slice`: that of a Buffer shares its memory.
  const weights = new Int8Array(body.subarray(4 * features));
  return {classes, temperature, scales, fingerprints, weights};
}

interface Head {
  readonly classes: readonly string[];
  readonly temperature: number;
  readonly scales: readonly number[];
  readonly features: number;
}

function headOf({classes, temperature, scales, features}: Partial<Head>): Head {
  const sound =
    Array.isArray(classes) &&
    Array.isArray(scales) &&
    scales.length === classes.length &&
    typeof temperature === "number" &&
    temperature > 0 &&
    Number.isInteger(features);
  if (!sound) throw new Error("a linear model's head names no classes, scales or features");
  return {classes, temperature, scales, features: features as number};
}
