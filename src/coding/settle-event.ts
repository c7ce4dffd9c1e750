import type {EventType, PartyId, Reach} from "../world/index.ts";
import type {Candidate} from "./find-candidates.ts";
import type {Mention} from "./find-mentions.ts";
import {mutualTypes} from "./find-sides.ts";
import type {Named, Sentence} from "./sentence.ts";
import type {SentenceEvent, Stand} from "./sentence-event.ts";

/** Sets a reading into an event: who acts, on whom, whether both act, and how each is reached. */
export function settleEvent(
  candidate: Candidate,
  sentence: Sentence,
  mentions: readonly Mention[],
  stands: readonly Stand[],
): Omit<SentenceEvent, "sectors" | "confidence" | "detail"> {
  const {type, mode, match, sides, because} = candidate;
  const left = sides.sources?.parties ?? [];
  const right = sides.targets?.parties ?? [];
  const all = [...new Set([...left, ...right])];
  const taken = sentence.words.slice(match.first, match.last).map((word) => word.lemma);
  const together = mutualTypes.has(type) && isMutual(taken, type);
  const withOther = type === "AGREE" && taken.includes("agree") && isWith(sentence, sides.targets);
  const joined = sides.both || right.length === 0 || together || withOther;
  const exchange =
    exchanged.has(type) &&
    right.length === 0 &&
    (sides.both || taken.some((word) => exchanges.has(word)));
  const symmetric =
    all.length > 1 && sides.rule !== "hosted" && (exchange || (mutualTypes.has(type) && joined));
  const domestic = all.length > 0 && isDomestic(type, sentence, left, right);
  const sources = symmetric || domestic ? all : left;
  const targets = symmetric || domestic ? all : right;
  const reaches = [...new Set([...sources, ...targets])].map((party) =>
    reachOf(party, mentions, stands),
  );
  const why = domestic ? [...because, "done at home: both sides are its own"] : because;
  return {type, mode, sources, targets, symmetric, mutual: together, because: why, reaches};
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

/** What two named sides may do to each other. */
const exchanged: ReadonlySet<EventType> = new Set([
  "ASSAULT",
  "THREATEN",
  "ACCUSE",
  "CONCEDE",
  "RETREAT",
  "SANCTION",
]);
const exchanges = new Set("exchange trade clash fight battle skirmish".split(" "));

const domesticTypes: ReadonlySet<EventType> = new Set([
  "COERCE",
  "PROTEST",
  "ASSAULT",
  "RETREAT",
  "ACCUSE",
  "SANCTION",
]);
const atHome =
  /\b(protest\w*|demonstrat\w+|strikers?|opposition|activists?|dissidents?|lawmakers?|journalists?|police|courts?|judges?|prosecutors?|charges|charged|trial|indict\w*|convict\w*|sentenc\w*|parliament|congress|senate|impeach\w*|ousts?|ousted|ex-\p{L}+|former|curfew|martial|emergency|resign\w*|steps? down|stepped down|civilians|citizens|capital|villagers?|students|workers|unions?)\b/iu;
const leaves = /\b(resign\w*|steps? down|stepped down)\b/i;

/** Force, courts, protest and resignation without a party on the other side stay within the state where it happens. */
function isDomestic(
  type: EventType,
  {text}: Sentence,
  left: readonly PartyId[],
  right: readonly PartyId[],
): boolean {
  if (left.length === 0)
    return right.length === 1 && (type === "PROTEST" || (type === "RETREAT" && leaves.test(text)));
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
