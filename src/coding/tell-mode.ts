import type {EventType, Mode, Reference} from "../world/index.ts";
import type {ModeFound} from "./judge-mode.ts";
import {anchorOf} from "./mode-anchor.ts";
import {modeFeatures} from "./mode-features.ts";
import {movedMost, probabilities, sumsOf} from "./scoring/linear-model.ts";
import {modelOf} from "./scoring/model-of.ts";
import type {Sentence} from "./sentence.ts";

/** How far an act had come, how sure that is, and what moved it. */
export interface ModeTold {
  readonly mode: Mode;
  /** 0..1. */
  readonly sure: number;
  readonly because: string;
}

/** Features that are named as what moved a mode. */
const named = 2;

/** The mode of an event by a linear model over the rule's word, parts of speech and classes of words. */
export function tellMode(
  sentence: Sentence,
  event: {readonly first: number; readonly last: number},
  type: EventType,
  rule: ModeFound,
  reference: Reference,
): ModeTold {
  const model = modelOf(reference, "mode");
  const features = modeFeatures(sentence, anchorOf(sentence, event, type), rule);
  const shares = probabilities(model, sumsOf(model, features));
  const sure = Math.max(...shares);
  const mode = model.classes[shares.indexOf(sure)] as Mode;
  const moved = movedMost(model, features, mode, named).map(({feature}) =>
    feature.replace(/^w:/, ""),
  );
  return {mode, sure, because: `mode ${mode}: ${moved.join("; ") || "nothing says otherwise"}`};
}
