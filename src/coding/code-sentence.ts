import {type Day, type EventType, eventTypes, type Reference} from "../world/index.ts";
import {calmCapitals} from "./calm-capitals.ts";
import {compileCodebook} from "./compile-codebook.ts";
import type {Candidate} from "./find-candidates.ts";
import {findMentions} from "./find-mentions.ts";
import {finishEvent} from "./finish-event.ts";
import {isNoNews} from "./is-no-news.ts";
import type {Mention} from "./mention.ts";
import {type Readings, readCandidates} from "./read-candidates.ts";
import {longestSentence} from "./read-words.ts";
import {scorerOf} from "./scoring/linear-scorer.ts";
import {modelOf, treesOf} from "./scoring/model-of.ts";
import type {Score, Scorer} from "./scoring/scorer.ts";
import type {Sentence} from "./sentence.ts";
import type {SentenceEvent, Stand} from "./sentence-event.ts";
import {type Settled, settleEvent} from "./settle-event.ts";
import {type ChosenWay, chooseWays, weighWays} from "./ways/choose-ways.ts";
import {sceneOf, scoreReadings} from "./ways/scene.ts";
import {settleWay} from "./ways/settle-way.ts";

/** Where nobody is named there is a cell or a list's item, no sentence: the rules alone decide, from this score on. */
const leastByRules = 1.5;

/** Reads one sentence: zero or more events, the likeliest first. */
export function codeSentence(
  text: string,
  reference: Reference,
  on: Day | null = null,
  stands: readonly Stand[] = [],
  scorer: Scorer = scorerOf(reference),
): SentenceEvent[] {
  const kept = calmCapitals(text.slice(0, longestSentence));
  const mentions = findMentions(kept, reference, on);
  // Who is not named cannot be a side; tagging takes most of the time.
  if ((stands.length === 0 && mentions.length === 0) || isNoNews(kept)) return [];
  return readKept(kept, reference, mentions, {stands, isCell: false}, scorer).filter(
    ({sources, targets}) => sources.length + targets.length > 0,
  );
}

/** A passage of an article: what is known of it before its words are read. */
export interface Passage {
  readonly stands: readonly Stand[];
  /** The mentions of its text, where they are known already. */
  readonly mentions?: readonly Mention[];
  /** A table's cell has its parties from row and heading, and seldom a verb: the rules' own reading is kept for want of a likely one. */
  readonly isCell: boolean;
}

/** As `codeSentence`, but keeps events that name nobody. */
export function readPassage(
  text: string,
  reference: Reference,
  on: Day | null,
  {stands, mentions: found, isCell}: Passage,
  scorer: Scorer,
): SentenceEvent[] {
  const kept = calmCapitals(text.slice(0, longestSentence));
  if (isNoNews(kept)) return [];
  const mentions = found !== undefined && kept === text ? found : findMentions(kept, reference, on);
  return readKept(kept, reference, mentions, {stands, isCell}, scorer);
}

function readKept(
  kept: string,
  reference: Reference,
  mentions: readonly Mention[],
  {stands, isCell}: Pick<Passage, "stands" | "isCell">,
  scorer: Scorer,
): SentenceEvent[] {
  const found = readCandidates(kept, reference, mentions, stands);
  const {sentence} = found;
  const labels = found.candidates.filter((one) => isLabel(sentence, one));
  const readings = {...found, candidates: found.candidates.filter((one) => !labels.includes(one))};
  const scores = scoreReadings(readings, scorer);
  const named = readings.mentions.length + stands.length > 0;
  const weighed = named ? byWeight(readings, scores, stands, labels, reference) : [];
  const told =
    weighed.length > 0 || (named && !isCell)
      ? weighed
      : byRules(readings, scores, stands, reference);
  return told.map(({candidate, settled, score, because, typeChance, sides}) => {
    const {type} = candidate;
    const event = {
      ...settled,
      because: [...settled.because, ...because, ...score.why(type)],
      confidence: score.confidenceOf?.(type) ?? typeChance,
    };
    return finishEvent(event, candidate, sentence, readings.mentions, reference, sides);
  });
}

/** An event with what decided on it, before the rest of it is told. */
interface Told {
  readonly candidate: Candidate;
  readonly settled: Settled;
  readonly score: Score;
  readonly because: readonly string[];
  readonly typeChance: number;
  readonly sides: Partial<ChosenWay["sides"]>;
}

/** The likeliest ways to read a sentence. */
function byWeight(
  readings: Readings,
  scores: readonly Score[],
  stands: readonly Stand[],
  labels: readonly Candidate[],
  reference: Reference,
): Told[] {
  const {sentence, mentions} = readings;
  const trees = treesOf(reference);
  const weighed = weighWays(sceneOf(readings, scores, stands, reference), trees);
  const named = typesNamed(labels, reference);
  return chooseWays(weighed, sentence, trees, named).map(({way, chance, typeChance, sides}) => ({
    ...settleWay(way, sentence, mentions, stands),
    score: way.score,
    because: [`type and sides together: ${chance.toFixed(2)}`],
    typeChance,
    sides,
  }));
}

/** Types that labels in front of a sentence announce: "Energy cooperation:" that of any material co-operation. */
function typesNamed(labels: readonly Candidate[], reference: Reference): ReadonlySet<EventType> {
  const {quadOf} = compileCodebook(reference);
  const quads = new Set(labels.map(({type}) => quadOf.get(type)));
  return new Set(eventTypes.filter((type) => quads.has(quadOf.get(type))));
}

/** The rules' own reading, with the type and the sides that they give it. */
function byRules(
  {sentence, mentions, candidates}: Readings,
  scores: readonly Score[],
  stands: readonly Stand[],
  reference: Reference,
): Told[] {
  return candidates
    .map((candidate, i) => ({candidate, score: scores[i] as Score}))
    .filter(({candidate: {score, family}}) => family !== "plain verb" && score >= leastByRules)
    .sort((a, b) => b.candidate.score - a.candidate.score)
    .slice(0, 1)
    .map(({candidate, score}) => ({
      candidate,
      settled: settleEvent(candidate, sentence, mentions, stands, modelOf(reference, "home")),
      score,
      because: [],
      typeChance: score.probabilities[candidate.type],
      sides: {},
    }));
}

/** "Energy cooperation: Russia's oil could help …": the noun before the colon names the matter, and tells nothing by itself. */
function isLabel({words}: Sentence, {match}: Candidate): boolean {
  return match.cue.noun && words[match.last]?.text === ":";
}
