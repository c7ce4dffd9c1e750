import type {Mode, Reference} from "../world/index.ts";
import type {ModeFound} from "./judge-mode.ts";
import type {Anchor} from "./mode-anchor.ts";
import {modeFeatures} from "./mode-features.ts";
import {knownTo} from "./scoring/known-features.ts";
import {movedMostOf, probabilities, sumsOfKnown} from "./scoring/linear-model.ts";
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
  anchor: Anchor,
  rule: ModeFound,
  reference: Reference,
): ModeTold {
  const model = modelOf(reference, "mode");
  const known = knownTo(model, (to) => modeFeatures(sentence, anchor, rule, to));
  const shares = probabilities(model, sumsOfKnown(model, known));
  const sure = Math.max(...shares);
  const mode = model.classes[shares.indexOf(sure)] as Mode;
  const moved = movedMostOf(model, [known], mode, named).map(({feature}) =>
    feature.replace(/^w:/, ""),
  );
  return {mode, sure, because: `mode ${mode}: ${moved.join("; ") || "nothing says otherwise"}`};
}
