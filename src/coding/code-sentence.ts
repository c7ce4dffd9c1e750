import type {Day, EventType, Reference} from "../world/index.ts";
import {calmCapitals} from "./calm-capitals.ts";
import {type Candidate, retype} from "./find-candidates.ts";
import {findMentions} from "./find-mentions.ts";
import {finishEvent} from "./finish-event.ts";
import {isNoNews} from "./is-no-news.ts";
import {type Readings, readCandidates} from "./read-candidates.ts";
import {longestSentence} from "./read-words.ts";
import {likeliestOf, readingOf, scorerOf} from "./scoring/linear-scorer.ts";
import type {Score, Scorer} from "./scoring/scorer.ts";
import {maskSentence} from "./scoring/type-features.ts";
import type {SentenceEvent, Stand} from "./sentence-event.ts";
import {settleEvent} from "./settle-event.ts";

/** A reading is kept where an event is so likely, and its likeliest type is; else the coder abstains. Chosen on folds. */
const least = {event: 0.6, type: 0.3} as const;
/** A second reading of the same sentence must stand firmer. */
const thresholdSecond = 0.5;
/** Readings that are judged, the rules' likeliest first. */
export const mostJudged = 4;

/** Reads one sentence: zero or more events, the likeliest first. */
export function codeSentence(
  text: string,
  reference: Reference,
  on: Day | null = null,
  stands: readonly Stand[] = [],
): SentenceEvent[] {
  // Who is not named cannot be a side; tagging takes most of the time.
  if (
    stands.length === 0 &&
    findMentions(text.slice(0, longestSentence), reference, on).length === 0
  )
    return [];
  return readPassage(text, reference, on, stands).filter(
    ({sources, targets}) => sources.length + targets.length > 0,
  );
}

/** As `codeSentence`, but keeps events that name nobody: a table's cell has its parties from row and heading. */
export function readPassage(
  text: string,
  reference: Reference,
  on: Day | null,
  stands: readonly Stand[],
): SentenceEvent[] {
  const kept = calmCapitals(text.slice(0, longestSentence));
  if (isNoNews(kept)) return [];
  const readings = readCandidates(kept, reference, on, stands);
  const judged = judge(readings, scorerOf(reference));
  const [best] = judged;
  if (best === undefined || !isKept(best)) return [];
  const second = judged.find((one) => isCoordinated(readings, best.candidate, one));
  const events = second === undefined ? [best] : [best, withTargets(second, best.candidate)];
  const {sentence, mentions} = readings;
  return events.map(({candidate, type, probability, score}) => {
    const settled = {
      ...settleEvent(candidate, sentence, mentions, stands),
      because: [...candidate.because, ...score.why(type)],
      confidence: probability,
    };
    return finishEvent(settled, candidate, sentence, mentions, reference);
  });
}

/** A reading with the type that the scorer gives it. */
interface Judged {
  readonly candidate: Candidate;
  readonly type: EventType;
  readonly probability: number;
  readonly score: Score;
}

function isKept({probability, score}: Judged): boolean {
  return probability >= least.type && 1 - score.probabilities.NONE >= least.event;
}

/** The readings of a sentence by how likely their likeliest type is. */
function judge({sentence, candidates}: Readings, scorer: Scorer): Judged[] {
  const masked = maskSentence(sentence);
  const judged = candidates.slice(0, mostJudged);
  return scorer
    .score({masked, candidates}, judged.map(readingOf))
    .map((score, i) => {
      const {type, probability} = likeliestOf(score);
      const candidate = retype(sentence, judged[i] as Candidate, type);
      return {candidate, type, probability, score};
    })
    .sort((a, b) => b.probability - a.probability);
}

/** "condemned … and called for": a second verb of the same subject, in the main clause, of another type. */
function isCoordinated({sentence: {words}}: Readings, best: Candidate, other: Judged): boolean {
  const {match, sides, type, family} = other.candidate;
  if (family === "bare noun" || family === "carried noun") return false;
  return (
    other.probability >= thresholdSecond &&
    type !== best.type &&
    match.first > best.match.last &&
    words[match.first - 1]?.lower === "and" &&
    sides.sources !== null &&
    sides.sources === best.sides.sources
  );
}

function withTargets(second: Judged, best: Candidate): Judged {
  const {candidate} = second;
  const targets = candidate.sides.targets ?? best.sides.targets;
  return {...second, candidate: {...candidate, sides: {...candidate.sides, targets}}};
}
