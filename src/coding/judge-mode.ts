import type {EventType, Mode} from "../world/index.ts";
import {auxiliaries, modals, previousVerb, subordinators, willForms} from "./grammar.ts";
import {isNegated, type Match} from "./match-cues.ts";
import type {Sentence} from "./sentence.ts";

/** How far the thing had come, and the words that say so. */
export interface ModeFound {
  readonly mode: Mode;
  readonly by: string;
  /** The words put the act in the future, whatever was said of it today. */
  readonly future: boolean;
}

/** Verbs and adjectives before "to" or "-ing" that set the mode of what follows. */
const governing: ReadonlyMap<string, Mode> = new Map(
  Object.entries<Mode>({
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
  }),
);

/** Verbs through which "will" reaches the next verb: "would keep buying". */
const carriesOn = new Set("keep continue begin start go".split(" "));
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
 * The mode of a matched cue. In order: "could" or a condition makes it hypothetical; "should" proposed; "will" planned,
 * or announced where an announcement carries it; "not" denied; a governing verb sets its own; a headline's "to" is
 * planned; what is complete in the saying is done; an announcement announces; all else is done.
 */
export function judgeMode(sentence: Sentence, match: Match): ModeFound {
  return (
    modalMode(sentence, match) ??
    denialMode(sentence, match) ??
    governedMode(sentence, match) ??
    plainMode(sentence, match)
  );
}

const is = (mode: Mode, by: string, future = false): ModeFound => ({mode, by, future});

/** "could", "should", "will" before the verb; for a noun also after it: "talks could resume". */
function modalMode(sentence: Sentence, match: Match): ModeFound | null {
  const {words} = sentence;
  const start = anchorOf(sentence, match);
  for (let i = start - 1; i >= Math.max(0, start - 5); i--) {
    const found = modalAt(sentence, match, i);
    if (found !== null) return found;
    if (words[i]?.pos === "VERB" && !carriesOn.has(words[i]?.lemma ?? "")) break;
    if (words[i]?.pos === "PUNCT") break;
  }
  if (!match.cue.noun || previousVerb(sentence, match.first) >= 0) return null;
  for (let i = match.last; i < Math.min(words.length, match.last + 9); i++) {
    const found = modalAt(sentence, match, i);
    if (found !== null) return found;
    if (words[i]?.lower === "to" && words[i + 1]?.pos === "VERB" && i <= match.last + 6)
      return is("planned", "to", true);
    if (words[i]?.pos === "VERB" || words[i]?.pos === "PUNCT") return null;
  }
  return null;
}

function modalAt(sentence: Sentence, {cue, at}: Match, i: number): ModeFound | null {
  const lower = sentence.words[i]?.lower ?? "";
  if (modals.has(lower)) return is("hypothetical", lower, true);
  if (/^(should|must|ought)$/.test(lower)) return is("proposed", lower, true);
  if (!willForms.has(lower)) return null;
  // A threat is made in the saying, though it speaks of what will be.
  if (cue.negated || cue.type === "THREATEN") return is("done", lower);
  if (isNegated(sentence, at)) return is("denied", `${lower} not`, true);
  if (lower === "would" && !isSaid(sentence, i)) return is("hypothetical", lower, true);
  return is(isAnnounced(sentence, i) ? "announced" : "planned", lower, true);
}

function denialMode(sentence: Sentence, match: Match): ModeFound | null {
  const denied = !match.cue.noun && !match.cue.negated && isNegated(sentence, match.at);
  return denied ? is("denied", "not") : null;
}

/** "plans to", "considers -ing", "if …", "denied that …" before it. */
function governedMode(sentence: Sentence, match: Match): ModeFound | null {
  const {words} = sentence;
  const start = match.first;
  const linked =
    words[start - 1]?.lower === "to" || /ing$/.test(words[start]?.lower ?? "") || match.cue.noun;
  for (let i = start - 1; i >= Math.max(0, start - 9); i--) {
    const word = words[i];
    if (word === undefined || /^[;:.]$/.test(word.text)) break;
    if (conditionals.has(word.lower)) return is("hypothetical", word.lower, true);
    if (subordinators.has(word.lower) && word.lower !== "whether") break;
    const mode = governing.get(word.lemma) ?? governing.get(word.lower);
    if (mode === undefined) continue;
    const that = words.slice(i + 1, start).some((one) => one.lower === "that");
    if (mode === "denied" ? that || linked : linked && i >= start - 6)
      return is(mode, word.text, mode !== "denied");
  }
  return null;
}

function plainMode(sentence: Sentence, match: Match): ModeFound {
  const {words} = sentence;
  const start = anchorOf(sentence, match);
  if (words[start - 1]?.lower === "to" && isHeadlineFuture(sentence, start - 1))
    return is("planned", "to", true);
  const own = words[match.at]?.text ?? "";
  if (/^(announce|unveil)$/.test(words[match.at]?.lemma ?? "")) return is("announced", own);
  if (match.cue.type === "AGREE") return is(ownMode(words[match.at]?.lemma ?? ""), own);
  if (spoken.has(match.cue.type)) return is("done", own);
  return isAnnounced(sentence, start, /^(announce|unveil)$/)
    ? is("announced", "announce")
    : is("done", own);
}

/** "Putin to visit Hanoi", "is to visit": the bare infinitive of a headline or after "be" is a plan. */
function isHeadlineFuture(sentence: Sentence, to: number): boolean {
  const before = sentence.words[to - 1];
  if (before === undefined) return false;
  return auxiliaries.has(before.lower) || previousVerb(sentence, to) < 0;
}

/** Where "will" and "to" would stand: before the verb, or before the verb that carries a noun. */
function anchorOf(sentence: Sentence, {cue, first}: Match): number {
  const verb = cue.noun ? previousVerb(sentence, first) : -1;
  return verb >= 0 && first - verb <= 6 ? verb : first;
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

function isAnnounced(
  {words}: Sentence,
  at: number,
  verbs = /^(announce|declare|unveil|confirm)$/,
): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 10); i--)
    if (verbs.test(words[i]?.lemma ?? "")) return true;
  return false;
}

/** What an agreeing verb says of itself: plans are planned, explorations proposed, pledges announced. */
function ownMode(lemma: string): Mode {
  if (/^(plan|aim|look|hope|seek|eye)$/.test(lemma)) return "planned";
  if (/^(explore|consider|propose|offer)$/.test(lemma)) return "proposed";
  return /^(express|signal|show|reiterate|welcome|invite|voice|pursue)$/.test(lemma)
    ? "done"
    : "announced";
}
