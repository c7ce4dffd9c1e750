import {type Features, type LinearModel, probabilities, sumsOf} from "../scoring/linear-model.ts";

/** The probability of each class of a model, in the order of its `classes`. */
export function likelihoods(model: LinearModel, features: Features): number[] {
  return probabilities(model, sumsOf(model, features));
}
