import type {EventType, Mode} from "../world/index.ts";
import {auxiliaries, modals, subordinators} from "./grammar.ts";
import {isNegated, type Match} from "./match-cues.ts";
import type {Sentence} from "./sentence.ts";

/** How far the thing had come, and the words that say so. */
export interface ModeFound {
  readonly mode: Mode;
  readonly by: string;
}

/** Verbs and adjectives before "to" or "-ing" that set the mode of what follows. */
const governing: Readonly<Record<string, Mode>> = {
  plan: "planned",
  intend: "planned",
  prepare: "planned",
  aim: "planned",
  seek: "planned",
  hope: "planned",
  expect: "planned",
  schedule: "planned",
  set: "planned",
  due: "planned",
  slate: "planned",
  want: "planned",
  decide: "announced",
  agree: "announced",
  pledge: "announced",
  promise: "announced",
  vow: "announced",
  undertake: "announced",
  commit: "announced",
  order: "announced",
  approve: "announced",
  consider: "proposed",
  propose: "proposed",
  suggest: "proposed",
  weigh: "proposed",
  mull: "proposed",
  urge: "proposed",
  ask: "proposed",
  recommend: "proposed",
  call: "proposed",
  discuss: "proposed",
  explore: "proposed",
  offer: "proposed",
  deny: "denied",
  threaten: "hypothetical",
};

const conditionals = new Set("if unless".split(" "));

/** Types that are complete in the saying: a pledge is made, a threat uttered. */
const spoken: ReadonlySet<EventType> = new Set([
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "SUPPORT",
]);

/**
 * The mode of a matched cue. In order: a condition or "could" makes it hypothetical; a denial denied; "should" and
 * proposals proposed; "will" planned, or announced where an announcement carries it; plans planned; else done.
 */
export function judgeMode(sentence: Sentence, match: Match): ModeFound {
  const {words} = sentence;
  const start = match.first;
  const near = (i: number) => words[i]?.lower ?? "";
  for (let i = start - 1; i >= Math.max(0, start - 4); i--) {
    const lower = near(i);
    if (modals.has(lower)) return {mode: "hypothetical", by: lower};
    if (lower === "would")
      return {mode: isSaid(sentence, i) ? "planned" : "hypothetical", by: lower};
    if (/^(should|must|ought)$/.test(lower)) return {mode: "proposed", by: lower};
    if (/^(will|shall|'ll|wo)$/.test(lower)) {
      if (isNegated(sentence, match.at) && !match.cue.negated)
        return {mode: "denied", by: `${lower} not`};
      return {mode: isAnnounced(sentence, i) ? "announced" : "planned", by: lower};
    }
    if (words[i]?.pos === "VERB" || words[i]?.pos === "PUNCT") break;
  }
  if (isNegated(sentence, match.at) && !match.cue.negated && !match.cue.noun)
    return {mode: "denied", by: "not"};
  for (let i = start - 1; i >= Math.max(0, start - 8); i--) {
    const word = words[i];
    if (word === undefined || /^[;:.]$/.test(word.text)) break;
    if (conditionals.has(word.lower)) return {mode: "hypothetical", by: word.lower};
    if (subordinators.has(word.lower) && word.lower !== "over") break;
    const mode = governing[word.lemma] ?? governing[word.lower];
    const linked =
      near(start - 1) === "to" ||
      /ing$/.test(near(start)) ||
      match.cue.noun ||
      near(i + 1) === "that";
    if (mode !== undefined && linked && i >= start - 6 && i !== match.at)
      return {mode, by: word.text};
  }
  if (near(start - 1) === "to" && isHeadlineFuture(sentence, start - 1))
    return {mode: "planned", by: "to"};
  if (match.cue.type === "AGREE") return ownMode(sentence, match);
  if (spoken.has(match.cue.type)) return {mode: "done", by: words[match.at]?.text ?? ""};
  if (isAnnounced(sentence, start)) return {mode: "announced", by: "announce"};
  return {mode: "done", by: words[match.at]?.text ?? ""};
}

/** "Putin to visit Hanoi", "is to visit": the bare infinitive of a headline or after "be" is a plan. */
function isHeadlineFuture({words, nameAt}: Sentence, to: number): boolean {
  const before = words[to - 1];
  if (before === undefined) return false;
  return (
    nameAt[to - 1] !== -1 ||
    auxiliaries.has(before.lower) ||
    before.pos === "NOUN" ||
    before.pos === "PROPN"
  );
}

function isSaid({words}: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 12); i--)
    if (
      /^(say|announce|tell|add|confirm|declare|agree|pledge|vow|promise|warn)$/.test(
        words[i]?.lemma ?? "",
      )
    )
      return true;
  return false;
}

function isAnnounced({words}: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 10); i--)
    if (/^(announce|declare|unveil|confirm)$/.test(words[i]?.lemma ?? "")) return true;
  return false;
}

/** What an agreeing verb says of itself: plans are planned, explorations proposed, pledges announced. */
function ownMode({words}: Sentence, match: Match): ModeFound {
  const verb = words[match.at];
  const by = verb?.text ?? "";
  const lemma = verb?.lemma ?? "";
  if (/^(plan|aim|look|hope|seek|eye|pursue)$/.test(lemma)) return {mode: "planned", by};
  if (/^(explore|consider|propose|offer|invite)$/.test(lemma)) return {mode: "proposed", by};
  if (/^(express|signal|show|reiterate|welcome)$/.test(lemma)) return {mode: "done", by};
  return {mode: "announced", by};
}
