import {groupBy} from "../group-by.ts";
import {plainName} from "../settle-judgements.ts";
import type {CopyCluster, CopyEdge} from "./copy.ts";
import {joinedPlaces} from "./joined-places.ts";
import type {NearPair, Sketch} from "./sketch.ts";

/** Days by which a credit outranks the dates: what an agency wired at night, a paper may date a day before. */
const creditOutranks = 1;

/** Articles joined by pairs, each cluster with its earliest and with one edge for every other. */
export function clustersOf(sketches: readonly Sketch[], pairs: readonly NearPair[]): CopyCluster[] {
  const groupOf = joinedPlaces(
    sketches.length,
    pairs.map(({earlier, later}) => [earlier, later] as const),
  );
  const members = groupBy(sketches.keys(), groupOf);
  const pairsOf = groupBy(pairs, ({earlier}) => groupOf(earlier));
  return [...members]
    .filter(([, group]) => group.length > 1)
    .map(([group, all]) => clusterOf(sketches, all, pairsOf.get(group) ?? []));
}

function clusterOf(
  sketches: readonly Sketch[],
  members: readonly number[],
  pairs: readonly NearPair[],
): CopyCluster {
  const sketch = (at: number) => sketches[at] as Sketch;
  const credits = new Set(
    members.flatMap((at) => {
      const {credited, sources} = sketch(at);
      return credited === null || sources.has(plainName(credited)) ? [] : [plainName(credited)];
    }),
  );
  const isCredited = (at: number) => [...sketch(at).sources].some((one) => credits.has(one));
  const first = sketch(members[0] as number).day;
  const translated = new Set(pairs.filter((one) => one.translation).map(({later}) => later));
  const root =
    members.find((at) => isCredited(at) && sketch(at).day <= first + creditOutranks) ??
    members.find((at) => !translated.has(at)) ??
    (members[0] as number);
  const order = [root, ...members.filter((at) => at !== root)];
  const rank = new Map(order.map((at, place) => [at, place]));
  const pairsOf = new Map<number, NearPair[]>(members.map((at) => [at, []]));
  for (const pair of pairs)
    for (const at of [pair.earlier, pair.later]) pairsOf.get(at)?.push(pair);
  const {article, credited, sources} = sketch(root);
  const unseen = credited !== null && !sources.has(plainName(credited)) ? [credited] : [];
  const cited = article.flags.some(({kind}) => kind === "secondary")
    ? article.cites.map(({name}) => name)
    : [];
  return {
    earliest: article.id,
    articles: order.map((at) => sketch(at).article.id),
    edges: order
      .slice(1)
      .map((at) => edgeOf(sketches, at, pairsOf.get(at) ?? [], rank, isCredited)),
    independentOrigins: cited.length > 0 ? 0 : 1,
    restsOn: [...new Set([...unseen, ...cited])],
  };
}

/** From a copy to what it copies: whom it credits, else the one before it with which it shares most, the earliest of equals. */
function edgeOf(
  sketches: readonly Sketch[],
  at: number,
  pairs: readonly NearPair[],
  rank: ReadonlyMap<number, number>,
  isCredited: (at: number) => boolean,
): CopyEdge {
  const own = sketches[at] as Sketch;
  const rankOf = (one: number) => rank.get(one) ?? 0;
  const met = pairs.map((pair) => {
    const other = pair.earlier === at ? pair.later : pair.earlier;
    const ofCopy = pair.earlier === at ? pair.ofEarlier : pair.ofLater;
    return {pair, other, ofCopy};
  });
  const before = met.filter(({other}) => rankOf(other) < rankOf(at));
  const [best] = (before.length > 0 ? before : met).sort(
    (a, b) =>
      Number(isCredited(b.other)) - Number(isCredited(a.other)) ||
      Math.round(50 * (b.ofCopy - a.ofCopy)) ||
      rankOf(a.other) - rankOf(b.other),
  );
  if (best === undefined) throw new Error("an article stands in a cluster without a pair");
  const {pair, other, ofCopy} = best;
  const of = sketches[other] as Sketch;
  return {
    copy: own.article.id,
    of: of.article.id,
    kind: pair.translation
      ? "translation"
      : [...own.sources].some((source) => of.sources.has(source))
        ? "update"
        : "copy",
    shared: round(pair.shared),
    ofCopy: round(ofCopy),
    credited: own.credited,
    hours: own.dated && of.dated ? 24 * Math.abs(own.day - of.day) : null,
  };
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
