import type {Reference} from "../world/index.ts";
import type {Candidate} from "./find-candidates.ts";
import {findDetail} from "./find-detail.ts";
import type {Mention} from "./find-mentions.ts";
import {ruleOf} from "./judge-marked.ts";
import {anchorOf} from "./mode-anchor.ts";
import type {Sentence} from "./sentence.ts";
import type {SentenceEvent} from "./sentence-event.ts";
import {tellMode} from "./tell-mode.ts";
import {tellSectors} from "./tell-sectors.ts";

/**
 * Tells of an event whose type and sides stand how far it had come, about what it is, how much, when and where.
 *
 * @param sides how sure each side is, where that is known.
 */
export function finishEvent(
  settled: Omit<SentenceEvent, "mode" | "sectors" | "detail">,
  candidate: Candidate,
  sentence: Sentence,
  mentions: readonly Mention[],
  reference: Reference,
  sides: Readonly<Partial<Record<"sources" | "targets", number>>>,
): SentenceEvent {
  const {type, match} = candidate;
  const anchor = anchorOf(sentence, match, type);
  const rule = ruleOf(sentence, anchor);
  const {mode, sure, because} = tellMode(sentence, anchor, rule, reference);
  const {sectors, sure: sureOfSector} = tellSectors(sentence, type, reference);
  const detail = findDetail({...candidate, mode}, sentence, mentions, reference);
  return {
    ...settled,
    mode,
    sectors,
    detail: {
      ...detail,
      sure: {type: settled.confidence, ...sides, mode: sure, sectors: sureOfSector},
    },
    because: [...settled.because, `rule of mode: ${rule.mode} by “${rule.by}”`, because],
  };
}
