import type {Day, EventType, Mode, PartyId, Reach, Reference, Sector} from "../world/index.ts";
import {compileCodebook} from "./compile-codebook.ts";
import {type Candidate, findCandidates} from "./find-candidates.ts";
import {findMentions, type Mention} from "./find-mentions.ts";
import {sectorsOf} from "./find-sectors.ts";
import {mutualTypes} from "./find-sides.ts";
import {groupMentions} from "./group-mentions.ts";
import {isNoNews} from "./is-no-news.ts";
import {isHeadline, longestSentence, readWords} from "./read-words.ts";
import {type Named, type Sentence, sentenceOf} from "./sentence.ts";

/** What a sentence says, before its place in an article is known. */
export interface SentenceEvent {
  readonly type: EventType;
  readonly mode: Mode;
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
  readonly symmetric: boolean;
  readonly sectors: readonly Sector[];
  /** The act is one that two sides do together, even where only one is named. */
  readonly mutual: boolean;
  readonly because: readonly string[];
  readonly family: Candidate["family"] | "table cell";
  readonly reaches: readonly Reach[];
}

/** A stretch that stands for parties though it does not name them: "both nations". */
export interface Stand {
  readonly start: number;
  readonly end: number;
  readonly parties: readonly PartyId[];
  readonly reaches: readonly Reach[];
}

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
  const kept = text.slice(0, longestSentence);
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
  return (withTarget === undefined ? [best] : [best, withTarget]).map((one) => ({
    ...eventOf(one, sentence, mentions, stands),
    sectors: sectorsOf(kept, one.type, reference),
  }));
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

function eventOf(
  candidate: Candidate,
  sentence: Sentence,
  mentions: readonly Mention[],
  stands: readonly Stand[],
): Omit<SentenceEvent, "sectors"> {
  const {type, mode, match, sides, because, family} = candidate;
  const left = sides.sources?.parties ?? [];
  const right = sides.targets?.parties ?? [];
  const all = [...new Set([...left, ...right])];
  const taken = sentence.words.slice(match.first, match.last).map((word) => word.lemma);
  const together = mutualTypes.has(type) && isMutual(taken, type);
  const withOther = type === "AGREE" && taken.includes("agree") && isWith(sentence, sides.targets);
  const joined = sides.both || right.length === 0 || together || withOther;
  const exchange =
    type === "ASSAULT" && right.length === 0 && taken.some((word) => exchanges.has(word));
  const symmetric =
    all.length > 1 && sides.rule !== "hosted" && (exchange || (mutualTypes.has(type) && joined));
  const domestic = all.length > 0 && isDomestic(type, sentence, left, right);
  const sources = symmetric || domestic ? all : left;
  const targets = symmetric || domestic ? all : right;
  const reaches = [...new Set([...sources, ...targets])].map((party) =>
    reachOf(party, mentions, stands),
  );
  const why = domestic ? [...because, "done at home: both sides are its own"] : because;
  return {type, mode, sources, targets, symmetric, mutual: together, because: why, family, reaches};
}

function reachOf(party: PartyId, mentions: readonly Mention[], stands: readonly Stand[]): Reach {
  const mention = mentions.find((one) => one.party === party);
  if (mention !== undefined) return {party, how: "named", by: mention.words};
  const stand = stands.flatMap((one) => one.reaches).find((one) => one.party === party);
  if (stand === undefined) throw new Error(`${party} is a side of an event but no words reach it`);
  return stand;
}

/** "agreed with the US": the other side agreed too. */
function isWith({words}: Sentence, targets: Named | null): boolean {
  if (targets === null) return false;
  const before = words[targets.first - 1]?.lower === "the" ? targets.first - 2 : targets.first - 1;
  return words[before]?.lower === "with";
}

/** Fighting that two named sides do to each other. */
const exchanges = new Set("exchange trade clash fight battle skirmish".split(" "));

const domesticTypes: ReadonlySet<EventType> = new Set(["COERCE", "PROTEST", "ASSAULT", "RETREAT"]);
const atHome =
  /\b(protest\w*|demonstrat\w+|strikers?|opposition|activists?|dissidents?|lawmakers?|journalists?|police|court|parliament|curfew|martial|emergency|resign\w*|steps? down|stepped down|civilians|citizens|capital|villagers?|students|workers|unions?)\b/i;

/** Force, protest and resignation without a party on the other side stay within the state where it happens. */
function isDomestic(
  type: EventType,
  {text}: Sentence,
  left: readonly PartyId[],
  right: readonly PartyId[],
): boolean {
  if (left.length === 0) return type === "PROTEST" && right.length === 1;
  return right.length === 0 && domesticTypes.has(type) && atHome.test(text);
}

const togetherWords: Readonly<Partial<Record<EventType, ReadonlySet<string>>>> = {
  SUPPORT: new Set(
    "sign ink reach strike seal clinch conclude restore establish normalise normalize resume upgrade elevate strengthen deepen forge finalise finalize agreement pact treaty accord memorandum deal".split(
      " ",
    ),
  ),
  COOPERATE: new Set(
    "joint jointly cooperate co-operate cooperation co-operation collaborate collaboration exercise drill work working exchange swap group trade patrol economic contract partnership dialogue".split(
      " ",
    ),
  ),
};
const oneWay = new Set(
  "visit host travel fly arrive head tour welcome receive greet depart trip attend address envoy send dispatch".split(
    " ",
  ),
);

/** Talks, deals and exercises have two doers; visits, invitations and praise a doer and a receiver. */
function isMutual(taken: readonly string[], type: EventType): boolean {
  if (type === "CONSULT") return !taken.some((word) => oneWay.has(word));
  const words = togetherWords[type];
  return (
    words !== undefined &&
    taken.some((word) => words.has(word) || words.has(word.replace(/s$/, "")))
  );
}
