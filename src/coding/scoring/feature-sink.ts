/**
 * What speaks for and against each class: names of features, and how much there is of each. Names are kept as 32-bit
 * fingerprints in a model, so any string may be one.
 */
export type Features = ReadonlyMap<string, number>;

/**
 * Where it is told what speaks for and against each class. A feature's name may come in parts, one behind the other: a model
 * that only looks names up need not join them.
 */
export interface FeatureSink {
  /** Says that a feature is there; said again, it counts once. */
  add(first: string, second?: string, third?: string, fourth?: string): void;
  /** Says how much there is of a feature; the first word of it counts. */
  addSome(amount: number, name: string): void;
  /** Says how far a direction goes along each of its dimensions, times `weighs`: features `kind` with 0, 1, 2 … behind it. */
  addDirection(kind: string, direction: Float64Array, weighs: number): void;
}

/** Tells of features. */
export type Telling = (to: FeatureSink) => void;

/** All that is told of, by name: for training, which meets features that no model knows yet. */
export function featuresOf(...tellings: readonly Telling[]): Features {
  const features = new Map<string, number>();
  const addSome = (amount: number, name: string) => {
    if (!features.has(name)) features.set(name, amount);
  };
  const add = (first: string, second = "", third = "", fourth = "") =>
    addSome(1, first + second + third + fourth);
  const addDirection = (kind: string, direction: Float64Array, weighs: number) => {
    for (const [i, amount] of direction.entries()) addSome(amount * weighs, `${kind}${i}`);
  };
  for (const tell of tellings) tell({add, addSome, addDirection});
  return features;
}
