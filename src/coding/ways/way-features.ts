import {eventTypes, modes, type PartyId} from "../../world/index.ts";
import type {Mention} from "../mention.ts";
import {mutualTypes} from "../rule-sides.ts";
import {partiesOf} from "../sentence.ts";
import {homeChance} from "../sides/at-home.ts";
import {frameOf} from "../sides/side-features.ts";
import type {SideOdds} from "../sides/side-odds.ts";
import {sideOddsOf} from "../sides/side-ranker.ts";
import {isSame, partiesOfWay, type Way, wayKinds} from "./find-ways.ts";
import type {Scene} from "./scene.ts";

/** What the whole sentence says, worked out once. */
interface Whole {
  readonly parties: readonly PartyId[];
  readonly strangers: number;
  readonly leastNone: number;
  readonly likeliest: Way["score"]["probabilities"];
  /** By reading, how many are likelier. */
  readonly likelier: readonly number[];
  readonly asks: boolean;
}

/** A reading taken as one type, with what is worked out of it: all its ways share it. */
interface Typed {
  readonly way: Omit<Way, "kind" | "sources" | "targets">;
  readonly scene: Scene;
  readonly whole: Whole;
}

/** A way with what is worked out of it before its features are told. */
interface Weighed extends Typed {
  readonly way: Way;
  readonly source: SideTold;
  readonly target: SideTold;
}

/** One side of a way. */
interface SideTold {
  readonly party: PartyId | undefined;
  readonly mentions: readonly Mention[];
  /** Log odds of being this side, of being one of a joint act; the farthest from it where nobody is named. */
  readonly own: number;
  readonly joint: number;
  /** How far behind the likeliest party of this side. */
  readonly behind: number;
  readonly atHome: number;
  /** −1 before the event's words, 1 behind them, 0 for nobody. */
  readonly stands: number;
}

const log = (chance: number) => Math.log(chance + 1e-6);
/** Log odds of nobody. */
const nobody = -9;

/** Something that the trees are told: its figures stand side by side among all. */
interface Feature<Of> {
  readonly names: readonly string[];
  /** @param from the place of its first figure. */
  readonly write: (one: Of, figures: Float64Array, from: number) => void;
}

function figure<Of>(name: string, tell: (one: Of) => number): Feature<Of> {
  return {
    names: [name],
    write: (one, figures, from) => {
      figures[from] = tell(one);
    },
  };
}

/** One figure by each value that something may have: 1 for the one that it has. */
function of<Of>(
  name: string,
  values: readonly string[],
  value: (one: Of) => string | undefined,
): Feature<Of> {
  const places = new Map(values.map((own, i) => [own, i]));
  return {
    names: values.map((own) => `${name} ${own}`),
    write: (one, figures, from) => {
      const place = places.get(value(one) ?? "");
      if (place !== undefined) figures[from + place] = 1;
    },
  };
}

const mentionKinds = ["person", "name", "body", "capital", "adjective"] as const;

/** What the trees are told of a reading taken as one type. */
const ofReading: readonly Feature<Typed>[] = [
  figure("log chance of the type", ({way: {score, type}}) => log(score.probabilities[type])),
  figure("log chance of no event", ({way: {score}}) => log(score.probabilities.NONE)),
  figure("log chance of an event", ({way: {score}}) => log(1 - score.probabilities.NONE)),
  figure("rank of the type", ({way}) => way.rank),
  figure("rank of the reading by rules", ({way}) => way.reading),
  figure("likelier readings", ({way, whole}) => whole.likelier[way.reading] ?? 0),
  figure("readings", ({scene}) => scene.readings.candidates.length),
  figure("log chance of the type in any reading", ({way, whole}) => log(whole.likeliest[way.type])),
  figure("log chance that no reading tells of an event", ({whole}) => log(whole.leastNone)),
  of("type", eventTypes, ({way}) => way.type),
  of(
    "place",
    ["main", "beside", "background", "relative", "infinitive", "adjunct"],
    ({way}) => way.candidate.place,
  ),
  of(
    "family",
    ["verb", "verb phrase", "carried noun", "bare noun", "plain verb"],
    ({way}) => way.candidate.family,
  ),
  figure("points of the rules", ({way}) => way.candidate.score),
  figure("of the phrase book", ({way}) => Number(way.candidate.match.cue.book === "phrases")),
  figure("idle", ({way}) => Number(way.candidate.match.cue.idle)),
  of(
    "sides",
    ["active", "passive", "received", "nominal", "between", "hosted", "ranked"],
    ({way}) => way.candidate.sides.rule,
  ),
  figure("the rules' own type", ({way, scene}) =>
    Number(scene.readings.candidates[way.reading]?.type === way.type),
  ),
  figure("parties of the sentence", ({whole}) => whole.parties.length),
  figure("mentions", ({scene}) => scene.readings.mentions.length),
  figure("other proper names", ({whole}) => whole.strangers),
  figure("words", ({scene}) => scene.readings.sentence.words.length),
  figure("headline", ({scene}) => Number(scene.readings.sentence.headline)),
  figure("settled as symmetric", ({way}) => Number(way.settled.symmetric)),
  figure("sources by grammar", ({way}) => way.candidate.sides.sources?.parties.length ?? 0),
  figure("targets by grammar", ({way}) => way.candidate.sides.targets?.parties.length ?? 0),
  figure("a type of two doers", ({way}) => Number(mutualTypes.has(way.type))),
  figure("words before the event", ({way}) => way.candidate.match.first),
  figure("a noun", ({way}) => Number(way.candidate.match.cue.noun)),
  figure("ahead", ({way}) => Number(way.candidate.future)),
  of("mode", modes, ({way}) => way.candidate.mode),
  figure("a question", ({whole}) => Number(whole.asks)),
];

/** What the trees are told of a way beside it. */
const ofWay: readonly Feature<Weighed>[] = [
  of("kind", wayKinds, ({way}) => way.kind),
  figure("log odds of the source", ({source}) => source.own),
  figure("log odds of the target", ({target}) => target.own),
  figure("log odds of a joint act", ({source}) => source.joint),
  figure("source behind the likeliest", ({source}) => source.behind),
  figure("target behind the likeliest", ({target}) => target.behind),
  figure("at home", ({way}) => Number(isHome(way))),
  figure("source's chance of home", ({source}) => source.atHome),
  figure("target's chance of home", ({target}) => target.atHome),
  figure("sources", ({way}) => way.sources.length),
  figure("targets", ({way}) => way.targets.length),
  figure("parties of the way", ({way}) => partiesOfWay(way).length),
  of("source is a", mentionKinds, ({source}) => source.mentions[0]?.kind),
  of("target is a", mentionKinds, ({target}) => target.mentions[0]?.kind),
  figure("mentions of the source", ({source}) => source.mentions.length),
  figure("mentions of the target", ({target}) => target.mentions.length),
  figure("place of the source among the parties", ({source, whole}) =>
    placeIn(whole, source.party),
  ),
  figure("place of the target among the parties", ({target, whole}) =>
    placeIn(whole, target.party),
  ),
  figure("source has a role", ({source}) => Number((source.mentions[0]?.role ?? null) !== null)),
  figure("target has a role", ({target}) => Number((target.mentions[0]?.role ?? null) !== null)),
  figure("where the source stands", ({source}) => source.stands),
  figure("where the target stands", ({target}) => target.stands),
];

/** Names of what the trees are told, in their order. */
export const wayFeatureNames: readonly string[] = [...ofReading, ...ofWay].flatMap(
  ({names}) => names,
);

const placed = <Of>(features: readonly Feature<Of>[]) =>
  features.map(({names: [first = ""], write}) => ({write, from: wayFeatureNames.indexOf(first)}));
const placedOfReading = placed(ofReading);
const placedOfWay = placed(ofWay);

/** What the trees are told of every way, in the order of the ways. */
export function wayFeatures(scene: Scene): Float64Array[] {
  const whole = wholeOf(scene);
  // The ways of one reading stand one behind the other and share most of what is told; many share a side.
  let typed: TypedWays | null = null;
  return scene.ways.map((way) => {
    if (typed?.candidate !== way.candidate) typed = typedWays(way, scene, whole);
    const {odds, shared, sides} = typed;
    const side = (name: "source" | "target") => {
      const key = `${name} ${name === "source" ? way.sources : way.targets}`;
      const told = sides.get(key) ?? sideTold(name, way, scene, odds);
      sides.set(key, told);
      return told;
    };
    const weighed = {way, scene, whole, source: side("source"), target: side("target")};
    const figures = shared.slice();
    for (const {write, from} of placedOfWay) write(weighed, figures, from);
    return figures;
  });
}

/** What the ways of one reading and type share. */
interface TypedWays {
  readonly candidate: Way["candidate"];
  readonly odds: ReadonlyMap<PartyId, SideOdds>;
  readonly shared: Float64Array;
  readonly sides: Map<string, SideTold>;
}

function typedWays(way: Way, scene: Scene, whole: Whole): TypedWays {
  const shared = new Float64Array(wayFeatureNames.length);
  for (const {write, from} of placedOfReading) write({way, scene, whole}, shared, from);
  return {candidate: way.candidate, odds: oddsBy(scene, way), shared, sides: new Map()};
}

const isHome = ({sources, targets}: Way) => sources.length === 1 && isSame(sources, targets);

const placeIn = ({parties}: Whole, party: PartyId | undefined) =>
  party === undefined ? -1 : parties.indexOf(party);

function wholeOf({readings: {sentence, candidates}, scores}: Scene): Whole {
  const chances = scores.map(({probabilities}) => 1 - probabilities.NONE);
  return {
    parties: partiesOf(sentence),
    strangers: sentence.words.filter(
      ({pos, text}, i) => sentence.nameAt[i] === -1 && pos === "PROPN" && /^\p{Lu}/u.test(text),
    ).length,
    leastNone: Math.min(1, ...scores.map(({probabilities}) => probabilities.NONE)),
    likeliest: Object.fromEntries(
      eventTypes.map((type) => [
        type,
        Math.max(0, ...scores.map(({probabilities}) => probabilities[type])),
      ]),
    ) as Whole["likeliest"],
    likelier: candidates.map(
      (_, i) => chances.filter((chance) => chance > (chances[i] as number)).length,
    ),
    asks: /\?$/.test(sentence.text.trim()),
  };
}

/** By party, how well it fits each side by the ranker: the best of its names. */
function oddsBy({readings: {sentence}}: Scene, {candidate}: Way): ReadonlyMap<PartyId, SideOdds> {
  const {sideModel: model} = sentence;
  const best = new Map<PartyId, SideOdds>();
  if (model === null) return best;
  const ranked = candidate.sides.odds ?? sideOddsOf(model, frameOf(sentence, candidate.match));
  for (const {phrase, ...odds} of ranked)
    for (const party of phrase.parties) {
      const had = best.get(party) ?? {source: nobody, target: nobody, both: nobody};
      best.set(party, {
        source: Math.max(had.source, odds.source),
        target: Math.max(had.target, odds.target),
        both: Math.max(had.both, odds.both),
      });
    }
  return best;
}

function sideTold(
  side: "source" | "target",
  {sources, targets, candidate, type}: Way,
  {readings: {sentence, mentions}, home}: Scene,
  odds: ReadonlyMap<PartyId, SideOdds>,
): SideTold {
  const parties = side === "source" ? sources : targets;
  const [party] = parties;
  const most = (kind: keyof SideOdds, among: readonly PartyId[]) =>
    Math.max(nobody, ...among.map((one) => odds.get(one)?.[kind] ?? nobody));
  const own = most(side, parties);
  const met = mentions.filter((one) => parties.includes(one.party));
  const at = sentence.words[candidate.match.first]?.start ?? 0;
  return {
    party,
    mentions: met,
    own,
    joint: most("both", parties),
    behind: most(side, [...odds.keys()]) - own,
    atHome:
      party === undefined
        ? -1
        : homeChance(home, sentence, candidate.match, mentions, {type, party, side}),
    stands: met[0] === undefined ? 0 : Math.sign(met[0].start - at),
  };
}
