import type {Day, EventType, Mode, PartyId, Reach, Reference} from "../world/index.ts";
import {compileCodebook} from "./compile-codebook.ts";
import {type Candidate, findCandidates} from "./find-candidates.ts";
import {findMentions, type Mention} from "./find-mentions.ts";
import {groupMentions} from "./group-mentions.ts";
import {isNoNews} from "./is-no-news.ts";
import {isHeadlineCase, readWords} from "./read-words.ts";
import {type Sentence, sentenceOf} from "./sentence.ts";

/** What a sentence says, before its place in an article is known. */
export interface SentenceEvent {
  readonly type: EventType;
  readonly mode: Mode;
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
  readonly symmetric: boolean;
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
const threshold = 2.6;
/** A passage without names lacks the points that names give. */
const thresholdUnnamed = 1.5;

/** Types in which talk or work is mutual, so that two sides in one clause both act. */
const mutual: ReadonlySet<EventType> = new Set(["CONSULT", "COOPERATE", "AGREE", "SUPPORT"]);

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
  if (isNoNews(text)) return [];
  const mentions = findMentions(text, reference, on).filter(
    (mention) => !stands.some((one) => one.start < mention.end && mention.start < one.end),
  );
  const sentence = readSentence(text, mentions, stands);
  const [best] = findCandidates(sentence, compileCodebook(reference));
  const named = mentions.length + stands.length > 0;
  if (best === undefined || best.score < (named ? threshold : thresholdUnnamed)) return [];
  return [eventOf(best, mentions, stands)];
}

function readSentence(
  text: string,
  mentions: readonly Mention[],
  stands: readonly Stand[],
): Sentence {
  const groups = groupMentions(text, mentions).map((group) => {
    const own = mentions.filter((one) => one.start >= group.start && one.end <= group.end);
    return {...group, adjective: own.at(-1)?.kind === "adjective"};
  });
  const names = [...groups, ...stands.map((one) => ({...one, adjective: false}))].sort(
    (a, b) => a.start - b.start,
  );
  return sentenceOf(text, readWords(text, names), names, isHeadlineCase(text, names));
}

function eventOf(
  candidate: Candidate,
  mentions: readonly Mention[],
  stands: readonly Stand[],
): SentenceEvent {
  const {match, sides, mode, because, family} = candidate;
  const {type} = match.cue;
  const left = sides.sources?.parties ?? [];
  const right = sides.targets?.parties ?? [];
  const all = [...new Set([...left, ...right])];
  const together = mutual.has(type) && isMutual(match.cue.words, type);
  const joined = sides.both || sides.rule === "between" || right.length === 0;
  const symmetric = mutual.has(type) && all.length > 1 && (joined || together);
  const sources = symmetric ? all : left;
  const targets = symmetric ? all : right;
  const reaches = [...new Set([...sources, ...targets])].map((party): Reach => {
    const mention = mentions.find((one) => one.party === party);
    if (mention !== undefined) return {party, how: "named", by: mention.words};
    return (
      stands.flatMap((one) => one.reaches).find((one) => one.party === party) ?? {
        party,
        how: "coreference",
        by: "",
      }
    );
  });
  return {
    type,
    mode: mode.mode,
    sources,
    targets,
    symmetric,
    mutual: together,
    because: [...because, `mode ${mode.mode}: “${mode.by}”`, `sides: ${sides.rule}`],
    family,
    reaches,
  };
}

/** Visits, invitations and praise have a doer and a receiver; talks, deals and exercises have two doers. */
function isMutual(words: string, type: EventType): boolean {
  if (type === "SUPPORT")
    return /^(sign|ink|reach|strike|seal|clinch|conclude|restore|establish|normali|resume|upgrade|elevate|strengthen|deepen|forge|agree|finali)|pact|treaty|agreement|accord|memorandum|deal/.test(
      words,
    );
  if (type === "AGREE") return /^agree/.test(words);
  if (type === "CONSULT")
    return !/visit|host|travel|fly|arrive|head|tour|welcome|receive|greet|depart|trip|attend|address|envoy/.test(
      words,
    );
  return /joint|cooperat|co-operat|collaborat|exercise|drill|work|exchange|swap|group|trade with|patrol|economic/.test(
    words,
  );
}
