import {copiesAmong, type Knobs} from "../src/ledger/index.ts";
import {adjustedRand} from "./adjusted-rand.ts";
import type {BenchResult} from "./benches.ts";
import {type Clustered, pairwise} from "./cluster-scores.ts";
import {articleOf, readSyndication, type SyndicatedText, type Syndication} from "./syndicated.ts";

/** The cluster of each text, by id; a text in none is its own. */
export type ClusterOf = (id: string) => string;

export function ourClusters(texts: readonly SyndicatedText[], knobs?: Knobs): ClusterOf {
  const {clusters} = copiesAmong(texts.map(articleOf), knobs === undefined ? {} : {knobs});
  const found = new Map(
    clusters.flatMap(({earliest, articles}) => articles.map((id) => [id, earliest] as const)),
  );
  return (id) => found.get(id) ?? id;
}

/** Floor: the same text but for blanks. */
function exactHash(texts: readonly SyndicatedText[]): ClusterOf {
  const found = new Map(texts.map(({id, text}) => [id, text.replace(/\s+/g, " ").trim()]));
  return (id) => found.get(id) ?? id;
}

/** Floor: sets that share at least this much of all that either holds, joined pair by pair. */
export function jaccardAtLeast(
  texts: readonly SyndicatedText[],
  least: number,
  setOf: (text: SyndicatedText) => ReadonlySet<string>,
): ClusterOf {
  const sets = texts.map((text) => ({id: text.id, set: setOf(text)}));
  const found = new Map(texts.map(({id}) => [id, id]));
  sets.forEach((a, at) => {
    for (const b of sets.slice(at + 1)) {
      const both = [...a.set].filter((one) => b.set.has(one)).length;
      if (both < least * (a.set.size + b.set.size - both) || both === 0) continue;
      const [from, to] = [found.get(b.id), found.get(a.id) ?? a.id];
      for (const [id, cluster] of found) if (cluster === from) found.set(id, to);
    }
  });
  return (id) => found.get(id) ?? id;
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Of .2, .3 … .8 the share that is best on the dev part for titles, and the customary one for shingles. */
const titleShare = 0.3;
const shingleShare = 0.5;

export const titleWords = ({title}: SyndicatedText) => new Set(wordsIn(title));
const shingles = ({text}: SyndicatedText) => {
  const words = wordsIn(text);
  return new Set(words.map((_, at) => words.slice(at, at + 4).join(" ")));
};

export function clusteredBy(
  {texts}: Syndication,
  clusterOf: ClusterOf,
  scored: (text: SyndicatedText) => boolean,
): Clustered[] {
  return texts.map((text) => ({said: clusterOf(text.id), truth: text.story, scored: scored(text)}));
}

/** Share of the pairs that are no copies, and were left apart. */
export function leftApart(
  {texts, apart}: Syndication,
  clusterOf: ClusterOf,
  scored: (text: SyndicatedText) => boolean,
): number {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const pairs = apart.filter(([one]) => scored(byId.get(one) as SyndicatedText));
  const right = pairs.filter(([one, other]) => clusterOf(one) !== clusterOf(other));
  return right.length / pairs.length;
}

/** The same texts again and again, each time in other words, until there are enough. */
function manyTexts(texts: readonly SyndicatedText[], count: number): SyndicatedText[] {
  return Array.from({length: count}, (_, at) => {
    const text = texts[at % texts.length] as SyndicatedText;
    const turn = Math.floor(at / texts.length);
    const other = (word: string) => `${word}${turn.toString(36)}`;
    return {
      ...text,
      id: `${text.id} ${turn}`,
      text: turn === 0 ? text.text : text.text.replace(/[\p{L}\p{N}]{4,}/gu, other),
    };
  });
}

const most = 10_000;

/** How well versions of one story are told from other reports, and how fast. All texts are compared; one part is scored. */
export async function run({
  data,
  part = "held-out",
}: {
  data: string;
  part?: "dev" | "held-out";
}): Promise<BenchResult> {
  const syndication = readSyndication(data);
  const {texts} = syndication;
  const scored = (text: SyndicatedText) => text.part === part;
  const rand = (clusterOf: ClusterOf) => adjustedRand(clusteredBy(syndication, clusterOf, scored));
  const ours = ourClusters(texts);
  const {precision, recall, f1} = pairwise(
    clusteredBy(syndication, ours, scored).filter((one) => one.scored),
  );
  const articles = manyTexts(texts, most).map(articleOf);
  const start = process.hrtime.bigint();
  copiesAmong(articles);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return {
    bench: "syndication",
    figures: {
      adjustedRand: rand(ours),
      pairPrecision: precision,
      pairRecall: recall,
      pairF1: f1,
      distinctLeftApart: leftApart(syndication, ours, scored),
      articlesPerSecond: most / seconds,
    },
    floors: {
      "adjustedRand exact-hash": rand(exactHash(texts)),
      "adjustedRand title-jaccard": rand(jaccardAtLeast(texts, titleShare, titleWords)),
      "adjustedRand shingle-jaccard": rand(jaccardAtLeast(texts, shingleShare, shingles)),
    },
    peers: {},
    n: texts.filter(scored).length,
  };
}
