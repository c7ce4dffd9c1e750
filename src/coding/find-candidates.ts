import type {EventType, Mode} from "../world/index.ts";
import {loneCue} from "./compile-codebook.ts";
import type {Cue} from "./cue.ts";
import {findSides, mutualTypes, type Sides} from "./find-sides.ts";
import {isVerb, lightVerbs, previousVerb, sayingVerbs} from "./grammar.ts";
import {judgeMode} from "./judge-mode.ts";
import {type FoundCues, type Match, verbAt} from "./match-cues.ts";
import {findDemand, type Place, placeOf} from "./place-in-sentence.ts";
import type {Sentence} from "./sentence.ts";
import {subjectOf} from "./subject-and-object.ts";
import {type Turned, turnType} from "./turn-type.ts";
import {weakVerbs} from "./weak-verbs.ts";

/** A reading of a sentence, with what speaks for it. */
export interface Candidate {
  readonly type: EventType;
  readonly mode: Mode;
  /** The words put the act in the future. */
  readonly future: boolean;
  readonly match: Match;
  readonly sides: Sides;
  readonly place: Place;
  readonly score: number;
  readonly because: readonly string[];
  /** By what kind of cue it was found; confidence is kept by this. */
  readonly family: "verb" | "verb phrase" | "carried noun" | "bare noun" | "plain verb";
}

/** Points of a reading. Chosen by reading errors on `bench/data/events.json` (dev) and `plv-train.tsv`, not fitted. */
const points = {
  verb: 2.4,
  noun: 1.6,
  extraWord: 0.8,
  carried: 1.2,
  subject: 0.6,
  ownVerb: -1,
  weak: -0.8,
  /** The phrase book is wider than the codebook, and less sure. */
  phrase: -0.8,
  actor: 0.8,
  counterpart: 0.7,
  eachWordLater: -0.03,
} as const;
const pointsOf: Readonly<Record<Place, number>> = {
  main: 0,
  // "A calls for justice as B rejects claim": two events of one headline.
  beside: -0.4,
  background: -2,
  relative: -1.8,
  infinitive: -1.6,
  adjunct: -1,
};

/** Scores every cue of the sentence. Higher is likelier; ties keep the order of the words. */
export function findCandidates(sentence: Sentence, found: FoundCues): Candidate[] {
  return likeliestCandidates(sentence, found, () => true, Number.POSITIVE_INFINITY);
}

/**
 * The likeliest readings by cues that are wanted, at most so many. Whose act it is takes longest to find, so it is not
 * sought where the words of a cue alone leave it behind.
 */
export function likeliestCandidates(
  sentence: Sentence,
  {cues}: FoundCues,
  isWanted: (candidate: Candidate) => boolean,
  most: number,
): Candidate[] {
  const likelier = (a: Candidate, b: Candidate) => b.score - a.score || a.match.at - b.match.at;
  const open = cues
    .map((match, place) => ({words: weighWords(sentence, match), place}))
    .sort((a, b) => b.words.most - a.words.most);
  const found: {candidate: Candidate; place: number}[] = [];
  const take = (candidate: Candidate, place: number) => {
    if (!isWanted(candidate)) return;
    found.push({candidate, place});
    found.sort((a, b) => likelier(a.candidate, b.candidate) || a.place - b.place);
  };
  const demand = demandOf(sentence);
  if (demand !== null) take(demand, cues.length);
  for (const {words, place} of open) {
    const last = found[most - 1];
    if (last !== undefined && words.most < last.candidate.score) break;
    take(withSides(sentence, words), place);
  }
  return found.slice(0, most).map(({candidate}) => candidate);
}

/**
 * The verbs that no cue takes, for a scorer that knows more verbs than the codebook. Their type is a stand-in, and they
 * stand behind every cue.
 */
export function* findPlainVerbs(sentence: Sentence, {cues, idle}: FoundCues): Generator<Candidate> {
  const taken = (at: number) => cues.some(({first, last}) => first <= at && at < last);
  for (const [at, {lemma}] of sentence.words.entries()) {
    if (!isVerb(sentence, at) || taken(at) || sayingVerbs.has(lemma)) continue;
    const found = weigh(sentence, idle.find((one) => one.at === at) ?? verbAt(sentence, at));
    yield {...found, score: found.score - points.verb, family: "plain verb"};
  }
}

/** A reading as another type would have it: its sides and its mode hang on the type. */
export function retype(sentence: Sentence, candidate: Candidate, type: EventType): Candidate {
  if (type === candidate.type || candidate.match.cue === demandCue) return {...candidate, type};
  const match = {...candidate.match, cue: {...candidate.match.cue, type}};
  const {mode, future} = judgeMode(sentence, match);
  const refused = type === "REJECT" && mode === "denied";
  return {
    ...candidate,
    type,
    mode: refused ? "done" : mode,
    future,
    match,
    sides: findSides(sentence, match),
  };
}

function weigh(sentence: Sentence, match: Match): Candidate {
  return withSides(sentence, weighWords(sentence, match));
}

/** A reading before its sides are sought. */
interface WeighedWords extends Turned {
  readonly match: Match;
  readonly future: boolean;
  readonly place: Place;
  readonly family: Candidate["family"];
  readonly score: number;
  /** The score that it comes to where both sides are named. */
  readonly most: number;
  readonly points: readonly Point[];
}

/** What a score rose or fell by, and why. Put into words only of readings that are kept. */
interface Point {
  readonly by: number;
  readonly why: string;
}

function weighWords(sentence: Sentence, match: Match): WeighedWords {
  const {cue} = match;
  const found = judgeMode(sentence, match);
  const turned = turnType(match, found);
  const told: Point[] = [];
  let score = (cue.noun ? points.noun : points.verb) + points.extraWord * (cue.weight - 1);
  const add = (by: number, why: string) => {
    score += by;
    told.push({by, why});
  };
  const carrier = cue.noun ? carrierOf(sentence, match) : null;
  if (carrier?.light === true) add(points.carried, `carried by “${carrier.word}”`);
  else if (cue.noun && carrier === null && isVerb(sentence, match.last))
    add(points.subject, "subject of the verb");
  else if (carrier !== null) add(points.ownVerb, `object of “${carrier.word}”`);
  if (cue.book === "phrases") add(points.phrase, "a cue of the phrase book");
  if (!cue.noun && cue.weight === 1 && weakVerbs.has(cue.head))
    add(points.weak, "a verb of many meanings");
  // "denied that it had attacked": the attack is what is told, its mode is denied.
  if (cue.head === "deny" && sentence.words[match.last]?.lower === "that")
    add(points.ownVerb, "denies what follows");
  const place = placeOf(sentence, match);
  if (place !== "main") add(pointsOf[place], `stands in ${place} place`);
  const family = !cue.noun
    ? cue.weight > 1
      ? "verb phrase"
      : "verb"
    : carrier?.light === true
      ? "carried noun"
      : "bare noun";
  const most = score + points.actor + points.counterpart + points.eachWordLater * match.at;
  return {...turned, match, future: found.future, place, family, score, most, points: told};
}

function withSides(sentence: Sentence, words: WeighedWords): Candidate {
  const {type, mode, future, match, place, family, why} = words;
  const sides = findSides(sentence, match);
  const because = [
    `${match.cue.type}: “${match.cue.words}” in “${wordsOf(sentence, match)}”`,
    ...(why === null ? [] : [why]),
    ...words.points.map(toldPoint),
  ];
  let {score} = words;
  const add = (by: number, reason: string) => {
    score += by;
    because.push(toldPoint({by, why: reason}));
  };
  if (sides.sources !== null) add(points.actor, "its actor is named");
  const several = mutualTypes.has(type) && (sides.sources?.parties.length ?? 0) > 1;
  if (sides.targets !== null || sides.both || several)
    add(points.counterpart, "its counterpart is named");
  score += points.eachWordLater * match.at;
  because.push(`sides: ${sides.rule}`);
  return {type, mode, future, match, sides, place, score, because, family};
}

const toldPoint = ({by, why}: Point) => `${why} (${by > 0 ? "+" : ""}${by})`;

function wordsOf({words}: Sentence, {first, last}: Match): string {
  return words
    .slice(first, last)
    .map((word) => word.text)
    .join(" ");
}

/** The verb that a noun hangs on, if it is near, and whether it only carries the noun. */
function carrierOf(sentence: Sentence, match: Match): {word: string; light: boolean} | null {
  const verb = previousVerb(sentence, match.first);
  if (verb < 0 || match.first - verb > 6) return null;
  const {text, lemma} = sentence.words[verb] ?? {text: "", lemma: ""};
  return {word: text, light: lightVerbs.has(lemma)};
}

const demandCue: Cue = {...loneCue("must", "REQUEST"), words: "X says that Y must"};

/** "X says that Y must …" asks it of Y. */
function demandOf(sentence: Sentence): Candidate | null {
  const demand = findDemand(sentence);
  if (demand === null) return null;
  const {saying, must} = demand;
  const sources = subjectOf(sentence, saying);
  const targets = subjectOf(sentence, must);
  if (sources === null || targets === null || sources === targets) return null;
  const match = {cue: demandCue, at: must, first: must, last: must + 1};
  const because = [
    `REQUEST: “${sentence.words[saying]?.text} … ${sentence.words[must]?.text}”`,
    "sides: active",
  ];
  const score = points.verb + points.extraWord + points.actor + points.counterpart;
  return {
    type: "REQUEST",
    mode: "done",
    future: false,
    match,
    sides: {sources, targets, both: false, rule: "active"},
    place: "main",
    score,
    because,
    family: "verb phrase",
  };
}
