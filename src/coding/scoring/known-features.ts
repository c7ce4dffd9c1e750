import type {FeatureSink, Telling} from "./feature-sink.ts";
import {type FingerprintIndex, goOn, indexFor, placeBy, start} from "./fingerprint.ts";

/** What a model keeps of the features that it knows. */
export interface FeatureTable {
  readonly classes: readonly string[];
  /** One fingerprint a feature, ascending. */
  readonly fingerprints: Uint32Array;
  /** By feature, then by class, in units of that class. */
  readonly weights: Int8Array;
}

/** The features of one thing that a model knows, each once, in the order in which they were told. */
export interface KnownFeatures {
  /** Where each stands in the model. */
  readonly rows: Int32Array;
  /** How much there is of each. */
  readonly amounts: Float64Array;
  /** How many things were told before each. */
  readonly places: Int32Array;
  readonly directions: readonly KnownDirection[];
  /** Tells of them again, by name. */
  readonly tell: Telling;
}

/** A direction with what the model gives each of its dimensions. */
export interface KnownDirection {
  readonly kind: string;
  readonly direction: Float64Array;
  readonly weighs: number;
  /** By dimension, then by class; 0 for a dimension that the model does not know. */
  readonly weights: Int8Array;
}

/** What is gathered for a model: only so many rows are meant. */
interface Gathered extends Omit<KnownFeatures, "tell"> {
  readonly many: number;
}

/** Looks up what is told of. What the model does not know is passed over. */
export function knownTo(model: FeatureTable, tell: Telling): KnownFeatures {
  return gatheringOf(model).gather(tell, ({rows, amounts, places, directions, many}) => ({
    rows: rows.slice(0, many),
    amounts: amounts.slice(0, many),
    places: places.slice(0, many),
    directions,
    tell,
  }));
}

/** The sums of weights of what is told of, for each class, before they are scaled. */
export function rawSums(model: FeatureTable, tell: Telling): Float64Array {
  return gatheringOf(model).gather(tell, (known) =>
    addKnown(model, known, new Float64Array(model.classes.length)),
  );
}

/** Adds the weights of features to sums, in the order in which they were told, directions last. */
export function addKnown(
  {weights}: FeatureTable,
  {
    rows,
    amounts,
    directions,
    many = rows.length,
  }: Pick<KnownFeatures, "rows" | "amounts" | "directions"> & {many?: number},
  sums: Float64Array,
): Float64Array {
  for (let i = 0; i < many; i++)
    addWeights(weights, (rows[i] as number) * sums.length, amounts[i] as number, sums);
  for (const {direction, weighs, weights: own} of directions)
    for (let i = 0; i < direction.length; i++)
      addWeights(own, i * sums.length, (direction[i] as number) * weighs, sums);
  return sums;
}

function addWeights(weights: Int8Array, from: number, amount: number, sums: Float64Array): void {
  for (let k = 0; k < sums.length; k++)
    sums[k] = (sums[k] as number) + amount * (weights[from + k] as number);
}

/** The names of what was told at some places, by telling of it again: few are ever read, so names are not kept. */
export function namesAt(places: readonly number[], tell: Telling): string[] {
  const names = places.map(() => "");
  if (names.length === 0) return names;
  let told = 0;
  const last = Math.max(...places);
  tell({
    add(first, second = "", third = "", fourth = "") {
      if (told++ > last) return;
      const at = places.indexOf(told - 1);
      if (at >= 0) names[at] = first + second + third + fourth;
    },
    addSome(_, name) {
      const at = places.indexOf(told++);
      if (at >= 0) names[at] = name;
    },
    addDirection() {},
  });
  return names;
}

const hashOf = (first: string, second: string, third: string, fourth: string) =>
  goOn(goOn(goOn(goOn(start, first), second), third), fourth);

const gatherings = new WeakMap<FeatureTable, Gathering>();

function gatheringOf(model: FeatureTable): Gathering {
  const made = gatherings.get(model) ?? new Gathering(model);
  gatherings.set(model, made);
  return made;
}

/** Where the features of one thing after another are gathered for a model. Empty again when it has given them. */
class Gathering implements FeatureSink {
  private rows = new Int32Array(256);
  private amounts = new Float64Array(256);
  private places = new Int32Array(256);
  private many = 0;
  private told = 0;
  private directions: KnownDirection[] = [];
  private readonly index: FingerprintIndex;
  /** By kind of direction, what the model gives its dimensions: side by side, where one look-up each would wait for memory. */
  private readonly byKind = new Map<string, Int8Array>();
  /** By row, whether it was met already. */
  private readonly met: Uint8Array;
  private readonly model: FeatureTable;

  constructor(model: FeatureTable) {
    this.model = model;
    this.index = indexFor(model.fingerprints);
    this.met = new Uint8Array(model.fingerprints.length);
  }

  gather<Given>(tell: Telling, give: (known: Gathered) => Given): Given {
    if (this.many > 0) throw new Error("a model is told of two things at once");
    try {
      tell(this);
      const {rows, amounts, places, directions, many} = this;
      return give({rows, amounts, places, directions, many});
    } finally {
      for (let i = 0; i < this.many; i++) this.met[this.rows[i] as number] = 0;
      this.many = 0;
      this.told = 0;
      this.directions = [];
    }
  }

  add(first: string, second = "", third = "", fourth = ""): void {
    this.put(placeBy(this.index, hashOf(first, second, third, fourth)), 1);
  }

  addSome(amount: number, name: string): void {
    this.put(placeBy(this.index, goOn(start, name)), amount);
  }

  addDirection(kind: string, direction: Float64Array, weighs: number): void {
    if (this.directions.some((one) => one.kind === kind)) return;
    const weights = this.byKind.get(kind) ?? this.weightsOf(kind, direction.length);
    this.byKind.set(kind, weights);
    this.directions.push({kind, direction, weighs, weights});
  }

  private weightsOf(kind: string, dimensions: number): Int8Array {
    const {classes, weights} = this.model;
    const own = new Int8Array(dimensions * classes.length);
    for (let i = 0; i < dimensions; i++) {
      const row = placeBy(this.index, goOn(goOn(start, kind), `${i}`));
      if (row < 0) continue;
      const from = row * classes.length;
      own.set(weights.subarray(from, from + classes.length), i * classes.length);
    }
    return own;
  }

  private put(row: number, amount: number): void {
    const place = this.told++;
    if (row < 0 || this.met[row] === 1) return;
    this.met[row] = 1;
    if (this.many === this.rows.length) this.grow();
    this.rows[this.many] = row;
    this.amounts[this.many] = amount;
    this.places[this.many] = place;
    this.many++;
  }

  private grow(): void {
    const rows = new Int32Array(2 * this.rows.length);
    const amounts = new Float64Array(rows.length);
    const places = new Int32Array(rows.length);
    rows.set(this.rows);
    amounts.set(this.amounts);
    places.set(this.places);
    this.rows = rows;
    this.amounts = amounts;
    this.places = places;
  }
}
