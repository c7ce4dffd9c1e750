import type {EventType, PartyId} from "../../world/index.ts";
import {eventTypes} from "../../world/index.ts";
import {type Candidate, retype} from "../find-candidates.ts";
import type {Readings} from "../read-candidates.ts";
import type {LinearModel} from "../scoring/linear-model.ts";
import type {Score} from "../scoring/scorer.ts";
import {partiesOf} from "../sentence.ts";
import type {Stand} from "../sentence-event.ts";
import {type Settled, settleEvent} from "../settle-event.ts";

/** How the sides of a way come from those that rules, ranker and the model of what is at home settled on. */
export const wayKinds = [
  "settled",
  "mirrored",
  "source alone",
  "target alone",
  "source at home",
  "target at home",
  "joint",
  "parted",
  "other target",
  "other source",
  "joined",
] as const;
export type WayKind = (typeof wayKinds)[number];

/** One way to read a sentence as an event: which words tell of it, its type, who acts and on whom. */
export interface Way {
  /** Place of its candidate among the readings. */
  readonly reading: number;
  readonly candidate: Candidate;
  readonly score: Score;
  readonly type: EventType;
  /** Place of the type among those of the reading, the likeliest first. */
  readonly rank: number;
  readonly kind: WayKind;
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
  readonly settled: Settled;
}

/** Types of a reading that are looked at, and from which probability on those behind the first. */
const mostTypes = 2;
const leastType = 0.2;
/**
 * Readings in which an event is less likely than this are not looked at. With types from 0.1 on, readings from 0.15 on and each
 * further party alone there were two thirds more ways, and event F1 on each half of `feed-train` after the other was the same.
 */
const leastEvent = 0.35;
/** Further parties of the sentence that are tried as sides. */
const mostOthers = 2;

/** Every way to read a sentence that is looked at. @param scores of the readings, in their order. */
export function findWays(
  {sentence, mentions, candidates}: Readings,
  scores: readonly Score[],
  stands: readonly Stand[],
  home: LinearModel,
): Way[] {
  const named = partiesOf(sentence);
  return candidates.flatMap((reading, i) => {
    const score = scores[i] as Score;
    if (1 - score.probabilities.NONE < leastEvent) return [];
    return likeliestTypes(score).flatMap((type, rank) => {
      const candidate = retype(sentence, reading, type);
      const settled = settleEvent(candidate, sentence, mentions, stands, home);
      return sidesOf(settled, named).map((sides) => ({
        reading: i,
        candidate,
        score,
        type,
        rank,
        settled,
        ...sides,
      }));
    });
  });
}

function likeliestTypes({probabilities}: Score): EventType[] {
  return eventTypes
    .toSorted((a, b) => probabilities[b] - probabilities[a])
    .slice(0, mostTypes)
    .filter((type, rank) => rank === 0 || probabilities[type] > leastType);
}

type SidesTried = Pick<Way, "kind" | "sources" | "targets">;

/** The sides that were settled on, and what else they may be; each once. */
function sidesOf({sources, targets}: Settled, named: readonly PartyId[]): SidesTried[] {
  const tried: SidesTried[] = [];
  const met = new Set<string>();
  const one = (kind: WayKind, left: readonly PartyId[], right: readonly PartyId[]) => {
    const key = `${left.toSorted()}>${right.toSorted()}`;
    if (left.length + right.length === 0 || met.has(key)) return;
    met.add(key);
    tried.push({kind, sources: left, targets: right});
  };
  const all = partiesOfWay({sources, targets});
  const [first] = all;
  one("settled", sources, targets);
  if (first !== undefined && all.length === 1) {
    one("source alone", all, []);
    one("target alone", [], all);
    one("source at home", all, all);
  }
  if (all.length > 1 && isSame(sources, targets)) {
    one("parted", all.slice(0, 1), all.slice(1));
    one("parted", all.slice(1), all.slice(0, 1));
  } else if (all.length > 1) {
    one("mirrored", targets, sources);
    one("joint", all, all);
    one("source alone", sources, []);
    one("target alone", [], targets);
    if (sources.length === 1) one("source at home", sources, sources);
    if (targets.length === 1) one("target at home", targets, targets);
  }
  for (const other of named.filter((party) => !all.includes(party)).slice(0, mostOthers)) {
    if (sources.length > 0) one("other target", sources, [other]);
    if (targets.length > 0) one("other source", [other], targets);
    one("joined", [...all, other], [...all, other]);
  }
  return tried;
}

/** Who is on either side, each once. */
export function partiesOfWay({sources, targets}: Pick<Way, "sources" | "targets">): PartyId[] {
  return [...new Set([...sources, ...targets])];
}

/** Whether both sides are the same parties. */
export function isSame(sources: readonly PartyId[], targets: readonly PartyId[]): boolean {
  return sources.length === targets.length && sources.every((party) => targets.includes(party));
}
