import type {Day, EventType, Reference} from "../world/index.ts";
import {calmCapitals} from "./calm-capitals.ts";
import {type Candidate, retype} from "./find-candidates.ts";
import {findMentions} from "./find-mentions.ts";
import {finishEvent} from "./finish-event.ts";
import {relatives} from "./grammar.ts";
import {isNoNews} from "./is-no-news.ts";
import type {Match} from "./match-cues.ts";
import type {Mention} from "./mention.ts";
import {type Readings, readCandidates} from "./read-candidates.ts";
import {longestSentence} from "./read-words.ts";
import {likeliestOf, readingOf, scorerOf} from "./scoring/linear-scorer.ts";
import {modelOf} from "./scoring/model-of.ts";
import type {Score, Scorer} from "./scoring/scorer.ts";
import {maskSentence} from "./scoring/type-features.ts";
import type {Sentence} from "./sentence.ts";
import type {SentenceEvent, Stand} from "./sentence-event.ts";
import {settleEvent} from "./settle-event.ts";

/**
 * A reading is kept where an event is so likely, and its likeliest type is; else the coder abstains. Chosen on the dev parts
 * of `bench/data/headlines.json` and `events.json` and on the articles of `test/input/articles-coded`, where types and sides
 * of more events are right than at 0.4 and 0.7.
 */
const least = {event: 0.55, type: 0.45} as const;
/** A passage without names is a table's cell or a list's item, no sentence: the rules alone decide, from this score on. */
const leastUnnamed = 1.5;
/** A second reading of the same sentence is kept from this probability on; chosen with the others. */
const thresholdSecond = 0.45;

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
  return readKept(kept, reference, mentions, stands, scorer).filter(
    ({sources, targets}) => sources.length + targets.length > 0,
  );
}

/**
 * As `codeSentence`, but keeps events that name nobody: a table's cell has its parties from row and heading.
 *
 * @param found the mentions of the text, where they are known already.
 */
export function readPassage(
  text: string,
  reference: Reference,
  on: Day | null,
  stands: readonly Stand[],
  found: readonly Mention[] | null = null,
  scorer: Scorer = scorerOf(reference),
): SentenceEvent[] {
  const kept = calmCapitals(text.slice(0, longestSentence));
  if (isNoNews(kept)) return [];
  const mentions = found !== null && kept === text ? found : findMentions(kept, reference, on);
  return readKept(kept, reference, mentions, stands, scorer);
}

function readKept(
  kept: string,
  reference: Reference,
  mentions: readonly Mention[],
  stands: readonly Stand[],
  scorer: Scorer,
): SentenceEvent[] {
  const readings = readCandidates(kept, reference, mentions, stands);
  const judged = judge(readings, scorer).filter((one) => !isLabel(readings, one));
  const unnamed = readings.mentions.length + stands.length === 0;
  const best = unnamed ? byRules(judged) : judged.find(isKept);
  if (best === undefined) return [];
  const second = unnamed ? undefined : judged.find((one) => isSecond(readings, best, one));
  const events =
    second === undefined
      ? [best]
      : [
          best,
          isCoordinated(readings, best, second) ? withTargets(second, best.candidate) : second,
        ];
  const home = modelOf(reference, "home");
  return events.map(({candidate: found, type, score}) => {
    const {sentence} = readings;
    const candidate = retype(sentence, found, type);
    const settled = {
      ...settleEvent(candidate, sentence, readings.mentions, stands, home),
      because: [...candidate.because, ...score.why(type)],
      confidence: score.confidenceOf(type),
    };
    return finishEvent(settled, candidate, sentence, readings.mentions, reference);
  });
}

/** "Energy cooperation: Russia's oil could help …": the noun before the colon names the matter, and tells nothing. */
function isLabel({sentence: {words}}: Readings, {candidate: {match}}: Judged): boolean {
  return match.cue.noun && words[match.last]?.text === ":";
}

/** A reading with the type that the scorer gives it. */
interface Judged {
  readonly candidate: Candidate;
  readonly type: EventType;
  readonly probability: number;
  readonly score: Score;
}

/** The rules' own choice, with the type that they give it. */
function byRules(judged: readonly Judged[]): Judged | undefined {
  return judged
    .filter(({candidate: {score, family}}) => family !== "plain verb" && score >= leastUnnamed)
    .map((one) => ({...one, type: one.candidate.type}))
    .sort((a, b) => b.candidate.score - a.candidate.score)[0];
}

function isKept({probability, score}: Judged): boolean {
  return probability >= least.type && 1 - score.probabilities.NONE >= least.event;
}

/** The readings of a sentence by how likely their likeliest type is. */
function judge({sentence, candidates}: Readings, scorer: Scorer): Judged[] {
  const masked = maskSentence(sentence);
  return scorer
    .score({masked, candidates}, candidates.map(readingOf))
    .map((score, i) => ({candidate: candidates[i] as Candidate, score, ...likeliestOf(score)}))
    .sort((a, b) => b.probability - a.probability);
}

/** "Israel to deploy police, Palestinians report curbs": other words tell of another type. */
function isSecond({sentence}: Readings, best: Judged, other: Judged): boolean {
  const [one, two] = [best.candidate.match, other.candidate.match];
  const [before, behind] = one.first < two.first ? [one, two] : [two, one];
  return (
    other.probability >= thresholdSecond &&
    other.type !== best.type &&
    before.last <= behind.first &&
    !isNested(sentence, before, behind)
  );
}

/** Where another clause may begin. */
const partsClauses = new Set(["and", "but", "as", "while", "after", ",", ";", ":"]);

/**
 * "demanded that Russia withdraw", "must first disarm", "refused to sign the treaty": what hangs on another's verb is no
 * event of its own.
 */
function isNested({words}: Sentence, before: Match, behind: Match): boolean {
  const between = words.slice(before.last, behind.first);
  const led = words.slice(before.first, behind.first);
  const to = led.findLastIndex(({lower}, i) => lower === "to" && led[i + 1]?.pos === "VERB");
  return (
    words[behind.first - 1]?.lower === "to" ||
    (to >= 0 && !led.slice(to).some(({lower}) => partsClauses.has(lower))) ||
    between.some(({lower}) => relatives.has(lower)) ||
    (between.length > 0 && between.every(({pos}) => /^(ADV|AUX|PART)$/.test(pos)))
  );
}

/** "condemned … and called for": a second verb of the same subject, in the main clause. */
function isCoordinated({sentence: {words}}: Readings, best: Judged, other: Judged): boolean {
  const {match, sides, family} = other.candidate;
  if (family === "bare noun" || family === "carried noun") return false;
  return (
    match.first > best.candidate.match.last &&
    words[match.first - 1]?.lower === "and" &&
    sides.sources !== null &&
    sides.sources === best.candidate.sides.sources
  );
}

function withTargets(second: Judged, best: Candidate): Judged {
  const {candidate} = second;
  const targets = candidate.sides.targets ?? best.sides.targets;
  return {...second, candidate: {...candidate, sides: {...candidate.sides, targets}}};
}
