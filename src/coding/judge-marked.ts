import type {EventType, Mode, Reference, Sector, Stretch} from "../world/index.ts";
import {loneCue} from "./compile-codebook.ts";
import {findMentions} from "./find-mentions.ts";
import {isVerb} from "./grammar.ts";
import {judgeMode, type ModeFound} from "./judge-mode.ts";
import {type Anchor, anchorOf} from "./mode-anchor.ts";
import {partySentence} from "./read-candidates.ts";
import type {Sentence} from "./sentence.ts";
import {tellMode} from "./tell-mode.ts";
import {tellSectors} from "./tell-sectors.ts";

/** An event whose words are marked, ready for rules. */
export interface MarkedEvent {
  readonly sentence: Sentence;
  readonly anchor: Anchor;
  readonly rule: ModeFound;
}

/**
 * Reads a sentence in which the words of an event are marked, whoever its sides are: for measuring and for training.
 * Of several marks the first that holds a verb carries the event. `null` where no word stands in a mark.
 */
export function readMarkedEvent(
  text: string,
  marks: readonly Stretch[],
  type: EventType,
  reference: Reference,
): MarkedEvent | null {
  const sentence = partySentence(text, findMentions(text, reference), [], null);
  const anchors = marks.flatMap(({start, end}) => {
    const first = sentence.words.findIndex((word) => word.end > start);
    const after = sentence.words.findIndex((word) => word.start >= end);
    const last = after < 0 ? sentence.words.length : after;
    return first < 0 || last <= first ? [] : [anchorOf(sentence, {first, last}, type)];
  });
  const anchor = anchors.find(({at}) => isVerb(sentence, at)) ?? anchors[0];
  return anchor === undefined ? null : {sentence, anchor, rule: ruleOf(sentence, anchor)};
}

/** What the rule alone says of an anchored event. */
export function ruleOf(sentence: Sentence, {at, last, type}: Anchor): ModeFound {
  const head = sentence.words[at]?.lemma ?? "";
  const noun = !isVerb(sentence, at);
  const cue = {...loneCue(head, type), noun};
  return judgeMode(sentence, {cue, at, first: at, last: Math.max(last, at + 1)});
}

/** Mode and sectors of an event whose words are marked. */
export function judgeMarked(
  text: string,
  marks: readonly Stretch[],
  type: EventType,
  reference: Reference,
): {readonly mode: Mode; readonly ruleMode: Mode; readonly sectors: readonly Sector[]} | null {
  const marked = readMarkedEvent(text, marks, type, reference);
  if (marked === null) return null;
  const {sentence, anchor, rule} = marked;
  return {
    mode: tellMode(sentence, anchor, rule, reference).mode,
    ruleMode: rule.mode,
    sectors: tellSectors(sentence, type, reference).sectors,
  };
}
