import type {Features} from "./linear-model.ts";

/**
 * Where it is told what speaks for and against each class. A feature's name may come in parts, one behind the other: a model
 * that only looks names up need not join them.
 */
export interface FeatureSink {
  /** Says that a feature is there; said again, it counts once. */
  add(first: string, second?: string, third?: string, fourth?: string): void;
  /** Says how much there is of a feature; the first word of it counts. */
  addSome(amount: number, name: string): void;
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
  for (const tell of tellings) tell({add, addSome});
  return features;
}
