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
  /** Tells of them again, by name. */
  readonly tell: Telling;
}

/** Looks up what is told of. What the model does not know is passed over. */
export function knownTo(model: FeatureTable, tell: Telling): KnownFeatures {
  return gatheringOf(model).gather(tell, ({rows, amounts}, many) => ({
    rows: rows.slice(0, many),
    amounts: amounts.slice(0, many),
    tell,
  }));
}

/** The sums of weights of what is told of, for each class, before they are scaled. */
export function rawSums(model: FeatureTable, tell: Telling): Float64Array {
  return gatheringOf(model).gather(tell, (known, many) =>
    addRows(model, known, many, new Float64Array(model.classes.length)),
  );
}

/** Adds the weights of features to sums, in the order in which they were told. */
export function addRows(
  {weights}: FeatureTable,
  {rows, amounts}: Pick<KnownFeatures, "rows" | "amounts">,
  many: number,
  sums: Float64Array,
): Float64Array {
  for (let i = 0; i < many; i++) {
    const from = (rows[i] as number) * sums.length;
    const amount = amounts[i] as number;
    for (let k = 0; k < sums.length; k++)
      sums[k] = (sums[k] as number) + amount * (weights[from + k] as number);
  }
  return sums;
}

/** The names of some rows of a model, by telling of the features again: few are ever read, so names are not kept. */
export function namesOf(
  model: FeatureTable,
  rows: readonly number[],
  tellings: readonly Telling[],
): string[] {
  // Compared with the few that are sought: a look-up in the model would wait for memory at each.
  const sought = rows.map((row) => (model.fingerprints[row] as number) | 0);
  const names: (string | undefined)[] = rows.map(() => undefined);
  const to: FeatureSink = {
    add(first, second = "", third = "", fourth = "") {
      const at = sought.indexOf(hashOf(first, second, third, fourth));
      if (at >= 0) names[at] ??= first + second + third + fourth;
    },
    addSome(_, name) {
      const at = sought.indexOf(goOn(start, name));
      if (at >= 0) names[at] ??= name;
    },
    addDirection(kind, {length}) {
      for (const [i, hash] of dimensionsOf(kind, length).entries()) {
        const at = sought.indexOf(hash);
        if (at >= 0) names[at] ??= `${kind}${i}`;
      }
    },
  };
  for (const tell of tellings) tell(to);
  return names.map((name) => name ?? "");
}

const hashOf = (first: string, second: string, third: string, fourth: string) =>
  goOn(goOn(goOn(goOn(start, first), second), third), fourth);

const knownDimensions = new Map<string, Int32Array>();

/** Fingerprints of the dimensions of a kind of direction: a sentence tells of hundreds, each time the same. */
function dimensionsOf(kind: string, many: number): Int32Array {
  const known = knownDimensions.get(kind);
  if (known?.length === many) return known;
  const made = Int32Array.from({length: many}, (_, i) => goOn(goOn(start, kind), `${i}`));
  knownDimensions.set(kind, made);
  return made;
}

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
  private many = 0;
  private readonly index: FingerprintIndex;
  /** By kind of direction, where its dimensions stand in the model. */
  private readonly directions = new Map<string, Int32Array>();
  /** By row, whether it was met already. */
  private readonly met: Uint8Array;

  constructor({fingerprints}: FeatureTable) {
    this.index = indexFor(fingerprints);
    this.met = new Uint8Array(fingerprints.length);
  }

  gather<Given>(
    tell: Telling,
    give: (known: Pick<KnownFeatures, "rows" | "amounts">, many: number) => Given,
  ): Given {
    if (this.many > 0) throw new Error("a model is told of two things at once");
    try {
      tell(this);
      return give({rows: this.rows, amounts: this.amounts}, this.many);
    } finally {
      for (let i = 0; i < this.many; i++) this.met[this.rows[i] as number] = 0;
      this.many = 0;
    }
  }

  add(first: string, second = "", third = "", fourth = ""): void {
    this.take(1, hashOf(first, second, third, fourth));
  }

  addSome(amount: number, name: string): void {
    this.take(amount, goOn(start, name));
  }

  addDirection(kind: string, direction: Float64Array, weighs: number): void {
    let rows = this.directions.get(kind);
    if (rows?.length !== direction.length) {
      rows = dimensionsOf(kind, direction.length).map((hash) => placeBy(this.index, hash));
      this.directions.set(kind, rows);
    }
    for (let i = 0; i < rows.length; i++)
      this.put(rows[i] as number, (direction[i] as number) * weighs);
  }

  private take(amount: number, hash: number): void {
    this.put(placeBy(this.index, hash), amount);
  }

  private put(row: number, amount: number): void {
    if (row < 0 || this.met[row] === 1) return;
    this.met[row] = 1;
    if (this.many === this.rows.length) this.grow();
    this.rows[this.many] = row;
    this.amounts[this.many] = amount;
    this.many++;
  }

  private grow(): void {
    const rows = new Int32Array(2 * this.rows.length);
    const amounts = new Float64Array(rows.length);
    rows.set(this.rows);
    amounts.set(this.amounts);
    this.rows = rows;
    this.amounts = amounts;
  }
}
