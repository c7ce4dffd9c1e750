import type {Reference, TrainedModel} from "../../world/index.ts";
import {type LinearModel, loadModel} from "./linear-model.ts";
import {loadTrees, type TreeModel} from "./tree-model.ts";
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

/** What weighs the ways to read a sentence: how likely it is that all of one is right, and that its type is. */
export interface WayTrees {
  readonly whole: TreeModel;
  readonly type: TreeModel;
}

const knownTrees = new WeakMap<Reference, WayTrees>();

/** The trees of `reference`, read and unpacked when first asked for. */
export function treesOf(reference: Reference): WayTrees {
  const trees = knownTrees.get(reference) ?? {
    whole: loadTrees(reference.weightsOf("ways")),
    type: loadTrees(reference.weightsOf("way-types")),
  };
  knownTrees.set(reference, trees);
  return trees;
}

const knownVectors = new WeakMap<Reference, WordVectors>();

/** What words mean, read and unpacked when first asked for. */
export function vectorsOf(reference: Reference): WordVectors {
  const vectors = knownVectors.get(reference) ?? loadVectors(reference.weightsOf("words"));
  knownVectors.set(reference, vectors);
  return vectors;
}
