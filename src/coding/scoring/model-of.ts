import type {Reference, TrainedModel} from "../../world/index.ts";
import {type LinearModel, loadModel} from "./linear-model.ts";
import {loadVectors, type WordVectors} from "./word-vectors.ts";

const known = new WeakMap<Reference, Map<TrainedModel, LinearModel>>();

/** A linear model of `reference`, read and unpacked when first asked for. */
export function modelOf(reference: Reference, name: TrainedModel): LinearModel {
  const models = known.get(reference) ?? new Map<TrainedModel, LinearModel>();
  known.set(reference, models);
  const model = models.get(name) ?? loadModel(reference.weightsOf(name));
  models.set(name, model);
  return model;
}

const knownVectors = new WeakMap<Reference, WordVectors>();

/** What words mean, read and unpacked when first asked for. */
export function vectorsOf(reference: Reference): WordVectors {
  const vectors = knownVectors.get(reference) ?? loadVectors(reference.weightsOf("words"));
  knownVectors.set(reference, vectors);
  return vectors;
}
