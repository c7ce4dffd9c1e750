import type {Reference, TrainedModel} from "../../world/index.ts";
import {type LinearModel, loadModel} from "./linear-model.ts";

const known = new WeakMap<Reference, Map<TrainedModel, LinearModel>>();

/** A linear model of `reference`, read and unpacked when first asked for. */
export function modelOf(reference: Reference, name: TrainedModel): LinearModel {
  const models = known.get(reference) ?? new Map<TrainedModel, LinearModel>();
  known.set(reference, models);
  const model = models.get(name) ?? loadModel(reference.weightsOf(name));
  models.set(name, model);
  return model;
}
