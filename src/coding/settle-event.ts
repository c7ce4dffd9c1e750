import type {EventType, PartyId, Reach} from "../world/index.ts";
import type {Candidate} from "./find-candidates.ts";
import type {Mention} from "./find-mentions.ts";
import {mutualTypes} from "./find-sides.ts";
import type {Match} from "./match-cues.ts";
import type {Word} from "./read-words.ts";
import type {LinearModel} from "./scoring/linear-model.ts";
import type {Named, Sentence} from "./sentence.ts";
import type {SentenceEvent, Stand} from "./sentence-event.ts";
import {isAtHome} from "./sides/at-home.ts";

/** Why an event at home has one party on both sides. */
export const atHome = "done at home: both sides are its own";

/** What is known of an event once it has type and sides. */
export type Settled = Omit<SentenceEvent, "mode" | "sectors" | "confidence" | "detail">;

/**
 * Sets a reading into an event: who acts, on whom, whether both act, and how each is reached.
 *
 * @param home tells whether a side that is not named is the named state's own.
 */
export function settleEvent(
  candidate: Candidate,
  sentence: Sentence,
  mentions: readonly Mention[],
  stands: readonly Stand[],
  home: LinearModel,
): Settled {
  const {type, match, sides, because} = candidate;
  const left = sides.sources?.parties ?? [];
  const right = withoutSources(sides.targets?.parties ?? [], left);
  const all = [...new Set([...left, ...right])];
  const taken = wordsOf(sentence, match);
  const together = mutualTypes.has(type) && isMutual(taken, type);
  const withOther = type === "AGREE" && taken.includes("agree") && isWith(sentence, sides.targets);
  const joined = sides.both || right.length === 0 || together || withOther;
  const around = sentence.words.slice(Math.max(0, match.first - 4), match.last).map(lemmaOf);
  const exchange =
    exchanged.has(type) &&
    right.length === 0 &&
    (sides.both || match.cue.noun || around.some((word) => exchanges.has(word)));
  const symmetric =
    all.length > 1 && sides.rule !== "hosted" && (exchange || (mutualTypes.has(type) && joined));
  const [party] = all;
  const side = left.length > 0 ? "source" : "target";
  const domestic =
    party !== undefined &&
    all.length === 1 &&
    left.length !== right.length &&
    isAtHome(home, sentence, match, mentions, {type, party, side});
  const sources = symmetric || domestic ? all : left;
  const targets = symmetric || domestic ? all : right;
  const reaches = [...new Set([...sources, ...targets])].map((party) =>
    reachOf(party, mentions, stands),
  );
  const why = domestic ? [...because, atHome] : because;
  return {type, sources, targets, symmetric, mutual: together, because: why, reaches};
}

/** The lemmas of the event's words, and of the verb that they lead to: "plans to visit" is a visit. */
function wordsOf({words}: Sentence, {first, last}: Match): string[] {
  const leads = words[last]?.lower === "to" && words[last + 1]?.pos === "VERB";
  return words.slice(first, leads ? last + 2 : last).map(lemmaOf);
}

/** "Rubio stresses Trump's support for Orban": whoever acts is not among several that are acted on. */
function withoutSources(targets: readonly PartyId[], sources: readonly PartyId[]) {
  const others = targets.filter((party) => !sources.includes(party));
  return others.length > 0 ? others : targets;
}

const lemmaOf = ({lemma}: Word) => lemma;

export function reachOf(
  party: PartyId,
  mentions: readonly Mention[],
  stands: readonly Stand[],
): Reach {
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
const exchanges = new Set("exchange trade swap clash fight fighting battle skirmish".split(" "));

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
