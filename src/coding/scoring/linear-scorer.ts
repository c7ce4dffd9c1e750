import {type EventType, eventTypes, type Reference} from "../../world/index.ts";
import {explainFeature} from "./explain-feature.ts";
import {type LinearModel, loadModel, movedMost, probabilities} from "./linear-model.ts";
import type {Score, ScoredType, Scorer} from "./scorer.ts";
import {typeFeatures} from "./type-features.ts";
import {loadVectors, type WordVectors} from "./word-vectors.ts";

/** The classes of the model of types, in the order of its weights. */
export const scoredTypes: readonly ScoredType[] = [...eventTypes, "NONE"];

/** How many features are named as what moved a type most. */
const told = 3;

const known = new WeakMap<Reference, Scorer>();

/** The scorer that ships, made of the weights in `reference/weights/` when it is first asked for. */
export function scorerOf(reference: Reference): Scorer {
  const made =
    known.get(reference) ??
    linearScorer(
      loadModel(reference.weightsOf("type")),
      loadVectors(reference.weightsOf("words")),
    );
  known.set(reference, made);
  return made;
}

/** Judges by a linear model over masked words, their meaning, and the rules' reading. */
export function linearScorer(model: LinearModel, vectors: WordVectors): Scorer {
  if (scoredTypes.some((type, i) => type !== model.classes[i]))
    throw new Error("the model of types has other types than the codebook: train it again");
  return {
    id: "linear",
    version: 1,
    score: ({masked, spans, candidates, own}) => {
      const features = typeFeatures(masked, spans, candidates, own, vectors);
      const found = probabilities(model, features);
      return {
        probabilities: Object.fromEntries(
          scoredTypes.map((type, i) => [type, found[i]]),
        ) as Score["probabilities"],
        why: (type) =>
          movedMost(model, features, type, told).map(
            ({feature, by}) => `${explainFeature(feature)} (+${by.toFixed(1)})`,
          ),
      };
    },
  };
}

/** The likeliest type that is an event. */
export function likeliestOf({probabilities: found}: Score): {type: EventType; probability: number} {
  const [first, ...rest] = eventTypes;
  const type = rest.reduce<EventType>((most, one) => (found[one] > found[most] ? one : most), first);
  return {type, probability: found[type]};
}
