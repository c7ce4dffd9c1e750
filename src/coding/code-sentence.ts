import type {Day, Reference} from "../world/index.ts";
import {calmCapitals} from "./calm-capitals.ts";
import {compileCodebook} from "./compile-codebook.ts";
import {type Candidate, findCandidates} from "./find-candidates.ts";
import {finishEvent} from "./finish-event.ts";
import {findMentions, type Mention} from "./find-mentions.ts";
import {groupMentions} from "./group-mentions.ts";
import {isNoNews} from "./is-no-news.ts";
import {isHeadline, longestSentence, readWords} from "./read-words.ts";
import {type Sentence, sentenceOf} from "./sentence.ts";
import type {SentenceEvent, Stand} from "./sentence-event.ts";
import {settleEvent} from "./settle-event.ts";

/** Below this score a reading is not kept: the coder abstains. Chosen on the dev part of bench/data/events.json. */
const threshold = 2.4;
/** A second reading of the same sentence must stand firmer. */
const thresholdSecond = 3;
/** A passage without names lacks the points that names give. */
const thresholdUnnamed = 1.5;

/** Reads one sentence: zero or more events, the likeliest first. */
export function codeSentence(
  text: string,
  reference: Reference,
  on: Day | null = null,
  stands: readonly Stand[] = [],
): SentenceEvent[] {
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
  const mentions = findMentions(kept, reference, on).filter(
    (mention) => !stands.some((one) => one.start < mention.end && mention.start < one.end),
  );
  const sentence = readSentence(kept, mentions, stands);
  const named = mentions.length + stands.length > 0;
  // Where parties are named, a cue that touches none of them tells of others.
  const candidates = findCandidates(sentence, compileCodebook(reference)).filter(
    ({sides}) => !named || sides.sources !== null || sides.targets !== null,
  );
  const [best] = candidates;
  if (best === undefined || best.score < (named ? threshold : thresholdUnnamed)) return [];
  const second = candidates.find((one) => isCoordinated(sentence, best, one));
  const withTarget = second && {
    ...second,
    sides: {...second.sides, targets: second.sides.targets ?? best.sides.targets},
  };
  return (withTarget === undefined ? [best] : [best, withTarget]).map((one) =>
    finishEvent(settleEvent(one, sentence, mentions, stands), one, sentence, mentions, reference),
  );
}

/** "condemned … and called for": a second verb of the same subject, in the main clause, of another type. */
function isCoordinated({words}: Sentence, best: Candidate, other: Candidate): boolean {
  const {match, sides, type, family} = other;
  if (family !== "verb phrase" && family !== "verb") return false;
  return (
    other.score >= thresholdSecond &&
    type !== best.type &&
    match.first > best.match.last &&
    words[match.first - 1]?.lower === "and" &&
    sides.sources !== null &&
    sides.sources === best.sides.sources
  );
}

function readSentence(
  text: string,
  mentions: readonly Mention[],
  stands: readonly Stand[],
): Sentence {
  const groups = groupMentions(text, mentions).map((group) => {
    const own = mentions.filter((one) => one.start >= group.start && one.end <= group.end);
    // "Russian" belongs to the noun after it; "Russians" are people who act.
    const last = own.at(-1);
    return {...group, adjective: last?.kind === "adjective" && !/[^s]s$/.test(last.words)};
  });
  const names = [...groups, ...stands.map((one) => ({...one, adjective: false}))].sort(
    (a, b) => a.start - b.start,
  );
  return sentenceOf(text, readWords(text, names), names, isHeadline(text, names));
}
