import type {EventType} from "../../world/index.ts";
import {isVerb, relatives} from "../grammar.ts";
import type {Match} from "../match-cues.ts";
import type {WayTrees} from "../scoring/model-of.ts";
import {chanceOf} from "../scoring/tree-model.ts";
import type {Sentence} from "../sentence.ts";
import {isSame, partiesOfWay, type Way} from "./find-ways.ts";
import type {Scene} from "./scene.ts";
import {wayFeatures} from "./way-features.ts";

/** A way with how likely it is that type and both sides are right. */
export interface WeighedWay {
  readonly way: Way;
  readonly chance: number;
  /** What the trees were told of it. */
  readonly told: Float64Array;
}

/** A way that is told of. */
export interface ChosenWay extends WeighedWay {
  /** How likely it is that its type is right. */
  readonly typeChance: number;
  /** How likely each of its sides is once its type is right. */
  readonly sides: {readonly sources: number; readonly targets: number};
}

/** From this chance on a way is told: as the first of its sentence, and behind others. */
export interface LeastChance {
  readonly first: number;
  readonly further: number;
}

/**
 * Chosen on each half of `feed-train` after models of the other half, on sentences without an event, and on the dev part of
 * `bench/data/headlines.json`. Less is asked where a label in front of the sentence names the type.
 */
export const leastChance = {
  any: {first: 0.24, further: 0.34},
  labelled: {first: 0.15, further: 0.25},
} as const;
/** Events of one sentence; the labelling guide of `bench/data/README.md` has as many. */
const mostEvents = 3;

/** Every way of a scene with its chance, the likeliest first. */
export function weighWays(scene: Scene, {whole}: WayTrees): WeighedWay[] {
  const told = wayFeatures(scene);
  return scene.ways
    .map((way, i) => {
      const own = told[i] as Float64Array;
      return {way, told: own, chance: chanceOf(whole, own)};
    })
    .sort((a, b) => standingOf(b) - standingOf(a));
}

/** Sides that were settled on stand until others are likelier by a tenth: between as likely ones trees alone would toss a coin. */
const settledCounts = 1.1;

const standingOf = ({way, chance}: WeighedWay) =>
  way.kind === "settled" ? settledCounts * chance : chance;

/**
 * The ways that are told of: likely enough, of different words and types, and none that only hangs on another's verb.
 *
 * @param labels types that a label in front of the sentence names, so that its own words need not.
 */
export function chooseWays(
  weighed: readonly WeighedWay[],
  sentence: Sentence,
  {type}: Pick<WayTrees, "type">,
  labels: ReadonlySet<EventType> = new Set(),
  {any, labelled}: {any: LeastChance; labelled: LeastChance} = leastChance,
): ChosenWay[] {
  const chosen: WeighedWay[] = [];
  for (const one of weighed) {
    const place = chosen.length === 0 ? "first" : "further";
    if (chosen.length === mostEvents) break;
    const least = labels.has(one.way.type) ? labelled : any;
    if (
      one.chance >= least[place] &&
      chosen.every((other) => isApart(sentence, other.way, one.way))
    )
      chosen.push(one);
  }
  return chosen.map((one) => ({
    ...one,
    typeChance: chanceOf(type, one.told),
    sides: sureOfSides(one.way, weighed),
  }));
}

/** How likely each side is among all ways to read the sentence as of the same type. */
function sureOfSides(way: Way, weighed: readonly WeighedWay[]): ChosenWay["sides"] {
  const typed = weighed.filter((one) => one.way.type === way.type);
  const sum = (some: readonly WeighedWay[]) => some.reduce((total, {chance}) => total + chance, 0);
  const share = (side: "sources" | "targets") =>
    sum(typed.filter((one) => isSame(one.way[side], way[side]))) / sum(typed);
  return {sources: share("sources"), targets: share("targets")};
}

/** "Israel to deploy police, Palestinians report curbs": other words tell of another type. */
function isApart(sentence: Sentence, one: Way, other: Way): boolean {
  const isFirst = one.candidate.match.first < other.candidate.match.first;
  const [first, second] = isFirst ? [one, other] : [other, one];
  const [before, behind] = [first.candidate.match, second.candidate.match];
  return (
    one.type !== other.type &&
    before.last <= behind.first &&
    !isNested(sentence, before, behind) &&
    !isCarried(sentence, before, behind) &&
    !(isObject(sentence, before, behind) && hasSameParties(first, second))
  );
}

/** "refused to sign the treaty with Ukraine": whether as doer and receiver or together, they are the same two. */
const hasSameParties = (one: Way, other: Way) => isSame(partiesOfWay(one), partiesOfWay(other));

/** "Talks between China and Japan ended": the verb only carries the noun in front of it. */
function isCarried(sentence: Sentence, before: Match, behind: Match): boolean {
  if (!before.cue.noun || behind.cue.noun) return false;
  for (let i = before.last; i < behind.first; i++)
    if (isVerb(sentence, i) || sentence.words[i]?.pos === "PUNCT") return false;
  return true;
}

/** "condemned the killing of civilians": the noun is what the verb in front of it is about. */
function isObject({words}: Sentence, before: Match, behind: Match): boolean {
  const between = words.slice(before.last, behind.first);
  return !before.cue.noun && behind.cue.noun && !between.some(({lower}) => partsClauses.has(lower));
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
