import {type CompiledCodebook, weight} from "./compile-codebook.ts";
import {findSides, type Sides} from "./find-sides.ts";
import {
  auxiliaries,
  isVerb,
  lightVerbs,
  previousVerb,
  relatives,
  sayingVerbs,
  subordinators,
} from "./grammar.ts";
import {judgeMode, type ModeFound} from "./judge-mode.ts";
import {type Match, matchCues} from "./match-cues.ts";
import type {Sentence} from "./sentence.ts";

/** A reading of a sentence, with what speaks for it. */
export interface Candidate {
  readonly match: Match;
  readonly sides: Sides;
  readonly mode: ModeFound;
  readonly score: number;
  readonly because: readonly string[];
  /** Where in the sentence's skeleton the cue stands; confidence is kept by this. */
  readonly family: "verb" | "verb phrase" | "carried noun" | "bare noun";
}

/** Verbs of many meanings: alone they decide only where nothing else does. */
const weakVerbs = new Set(
  "help support back want require suggest allow let permit order question cite use return open target capture agree offer promise hit beat poison question instruct fund finance order recommend advise protest prevent ignore resist respect honor honour champion join admit acknowledge return reverse enforce restrict bar occupy repress suspect brand trade sell invest supply deliver ship buy export import position station arrest cite quit fight strike address tour host consult equip save assist explode position raise charge tell test call patrol recruit parade release free lift ease resume deploy discuss".split(
    " ",
  ),
);

/** Scores every cue of the sentence. Higher is likelier; ties keep the order of the words. */
export function findCandidates(sentence: Sentence, codebook: CompiledCodebook): Candidate[] {
  return matchCues(sentence, codebook)
    .map((match) => weigh(sentence, match))
    .sort((a, b) => b.score - a.score || a.match.at - b.match.at);
}

function weigh(sentence: Sentence, match: Match): Candidate {
  const {words} = sentence;
  const {cue} = match;
  const sides = findSides(sentence, match);
  const because = [
    `${cue.type}: “${cue.words}” in “${words
      .slice(match.first, match.last)
      .map((word) => word.text)
      .join(" ")}”`,
  ];
  let score = (cue.noun ? 1.6 : 2.4) + 0.8 * (weight(cue) - 1);
  let family: Candidate["family"] = cue.noun
    ? "bare noun"
    : weight(cue) > 1
      ? "verb phrase"
      : "verb";
  const add = (points: number, why: string) => {
    score += points;
    because.push(`${why} (${points > 0 ? "+" : ""}${points})`);
  };
  if (cue.noun) {
    const verb = previousVerb(sentence, match.first);
    if (verb >= 0 && match.first - verb <= 6) {
      const lemma = words[verb]?.lemma ?? "";
      if (lightVerbs.has(lemma)) {
        family = "carried noun";
        add(1.2, `carried by “${words[verb]?.text}”`);
      } else add(-1, `object of “${words[verb]?.text}”`);
    }
  } else if (weight(cue) === 1 && weakVerbs.has(cue.head)) add(-0.8, "a verb of many meanings");
  const place = placeOf(sentence, match);
  if (place === "background") add(-2, "stands in a clause of background");
  else if (place === "relative") add(-1.8, "stands in a relative clause");
  else if (place === "infinitive") add(-1.6, "stands under another verb");
  else if (place === "adjunct") add(-1, "stands beside the main clause");
  if (sides.sources !== null) add(0.8, "its actor is named");
  if (sides.targets !== null || sides.both) add(0.7, "its counterpart is named");
  score -= 0.03 * match.at;
  return {match, sides, mode: judgeMode(sentence, match), score, because, family};
}

/** Where the cue's head stands: in the main clause, under another verb, or in background. */
function placeOf(
  sentence: Sentence,
  match: Match,
): "main" | "background" | "relative" | "infinitive" | "adjunct" {
  const {words, nameAt} = sentence;
  let infinitive = false;
  for (let i = match.first - 1; i >= 0; i--) {
    const word = words[i];
    if (word === undefined) break;
    if (word.lower === "to" && i === match.first - 1 && previousVerbIsOuter(sentence, i))
      infinitive = true;
    if (/^[;:]$/.test(word.text)) break;
    if (subordinators.has(word.lower)) {
      // "After X …, Y does Z": the comma ends a clause that opens the sentence.
      const opened = i <= 2 && words.slice(i, match.first).some((one) => one.text === ",");
      if (!opened && !(word.lower === "over" && nameAt[i + 1] === -1 && cueTakes(match, i)))
        return "background";
    }
    if (
      relatives.has(word.lower) &&
      !(word.lower === "that" && sayingVerbs.has(words[i - 1]?.lemma ?? ""))
    ) {
      if (previousVerbIsSaying(sentence, i)) break;
      const closed = words.slice(i, match.first).some((one, k) => one.text === "," && k > 1);
      if (!closed) return "relative";
    }
  }
  if (infinitive) return "infinitive";
  const head = words[match.at];
  if (
    !match.cue.noun &&
    /ing$/.test(head?.lower ?? "") &&
    !auxiliaries.has(words[match.at - 1]?.lower ?? "") &&
    previousVerb(sentence, match.at) >= 0
  )
    return "adjunct";
  return "main";
}

function cueTakes(match: Match, i: number): boolean {
  return i >= match.first && i < match.last;
}

/** "to" after a verb or a noun hands on; after a name in a headline it is the future of the main verb. */
function previousVerbIsOuter(sentence: Sentence, to: number): boolean {
  const verb = previousVerb(sentence, to);
  if (verb < 0) return false;
  return (
    !sayingVerbs.has(sentence.words[verb]?.lemma ?? "") &&
    !modeOnly.has(sentence.words[verb]?.lemma ?? "")
  );
}

/** Verbs that only tell the mode of the next: "plans to visit" is a visit. */
const modeOnly = new Set(
  "plan intend prepare expect schedule set decide slate begin start continue seek move manage try attempt".split(
    " ",
  ),
);

function previousVerbIsSaying(sentence: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--)
    if (isVerb(sentence, i))
      return (
        sayingVerbs.has(sentence.words[i]?.lemma ?? "") ||
        modeOnly.has(sentence.words[i]?.lemma ?? "")
      );
  return false;
}
