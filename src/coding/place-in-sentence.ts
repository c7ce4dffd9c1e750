import {
  auxiliaries,
  isVerb,
  previousVerb,
  relatives,
  sayingVerbs,
  subordinators,
} from "./grammar.ts";
import type {Match} from "./match-cues.ts";
import type {Sentence} from "./sentence.ts";

/** Where a cue stands in the sentence's skeleton. */
export type Place = "main" | "beside" | "background" | "relative" | "infinitive" | "adjunct";

/** Verbs that only tell the mode of the next: "plans to visit" is a visit. */
const modeOnly = new Set(
  "plan intend prepare expect schedule set decide slate begin start continue keep seek move manage try attempt say tell consider weigh mull".split(
    " ",
  ),
);

/** Reads backwards from the cue to the first word that opens a clause. */
export function placeOf(sentence: Sentence, match: Match): Place {
  const {words} = sentence;
  for (let i = match.first - 1; i >= 0; i--) {
    const word = words[i];
    if (word === undefined || /^[;:]$/.test(word.text)) break;
    if (subordinators.has(word.lower) && !isOpening(sentence, match, i))
      return sentence.headline && word.lower === "as" ? "beside" : "background";
    if (relatives.has(word.lower)) {
      if (isSpeech(sentence, i)) break;
      if (!words.slice(i + 1, match.first).some((one) => one.text === ",")) return "relative";
    }
  }
  if (isUnderVerb(sentence, match.first)) return "infinitive";
  return isAdjunct(sentence, match) ? "adjunct" : "main";
}

/** "After X …, Y does Z": the comma ends a clause that opens the sentence. */
function isOpening({words}: Sentence, match: Match, i: number): boolean {
  return i <= 2 && words.slice(i, match.first).some((one) => one.text === ",");
}

/** "said … that": what follows is what was said, and stands for itself. */
function isSpeech(sentence: Sentence, relative: number): boolean {
  if (sentence.words[relative]?.lower !== "that") return false;
  const verb = previousVerb(sentence, relative);
  return verb >= 0 && relative - verb <= 8 && sayingVerbs.has(sentence.words[verb]?.lemma ?? "");
}

/** "refused to send": "to" after a verb that decides itself. */
function isUnderVerb(sentence: Sentence, first: number): boolean {
  const {words} = sentence;
  const to = words[first - 1]?.pos === "ADV" ? first - 2 : first - 1;
  if (words[to]?.lower !== "to") return false;
  const verb = previousVerb(sentence, to);
  return verb >= 0 && !modeOnly.has(words[verb]?.lemma ?? "");
}

/** ", killing six": beside the main verb, not under an auxiliary. */
function isAdjunct(sentence: Sentence, {cue, at}: Match): boolean {
  if (cue.noun || !/ing$/.test(sentence.words[at]?.lower ?? "")) return false;
  const before = sentence.words[at - 1];
  if (before === undefined || auxiliaries.has(before.lower) || before.pos === "ADV") return false;
  const verb = previousVerb(sentence, at);
  return verb >= 0 && !modeOnly.has(sentence.words[verb]?.lemma ?? "");
}

/** Verbs by which one party says what another must do. */
const musts = new Set(["must", "should", "needs", "ought"]);

/** Index of "must" in "X says that Y must do Z", or −1; the verb of saying comes with it. */
export function findDemand(sentence: Sentence): {saying: number; must: number} | null {
  const {words} = sentence;
  for (let must = 2; must < words.length; must++) {
    if (!musts.has(words[must]?.lower ?? "")) continue;
    for (let i = must - 1; i >= 0; i--)
      if (isVerb(sentence, i)) {
        const saying = sayingVerbs.has(words[i]?.lemma ?? "");
        return saying ? {saying: i, must} : null;
      }
  }
  return null;
}
