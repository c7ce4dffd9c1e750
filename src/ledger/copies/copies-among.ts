import {type Article, articleDay, dayNumber, isGap} from "../../world/index.ts";
import {sourceNames} from "../article-source.ts";
import {plainName} from "../settle-judgements.ts";
import {clustersOf} from "./clusters-of.ts";
import type {Copies} from "./copy.ts";
import {copyCredit} from "./copy-credit.ts";
import {findRoundups} from "./find-roundups.ts";
import {findTranslations} from "./find-translations.ts";
import {withoutFurniture} from "./furniture.ts";
import {minHash} from "./min-hash.ts";
import {nearTexts} from "./near-texts.ts";
import {ownWords} from "./own-words.ts";
import {copiesRecipe, type Knobs, knobs as standing} from "./recipe.ts";
import {asSet, runsOf, sharedBy} from "./shingles.ts";
import type {NearPair, Sketch} from "./sketch.ts";

/**
 * Who copies whom (`copies@1`). An article is a copy of an earlier one where they share enough shingles:
 *
 *     text ─► own words            what it quotes is left out: the same statement in two reports is no copy
 *          ─► runs of four words   characters where a script has no spaces; without the source's furniture
 *          ─► MinHash, 80 bands    finds the earlier articles that may share much
 *          ─► exact comparison     the shorter text's share in the other, and the later's in the earlier
 *          ─► said translations    another language only where the text says so or credits the other's source
 *          ─► clusters             joined by pairs; several stories under one roof join nothing
 *
 * The same articles in any order give the same answer. Time grows with their number: 10,000 take some seconds.
 */
export function copiesAmong(
  articles: readonly Article[],
  {knobs = standing}: {readonly knobs?: Knobs} = {},
): Copies {
  const inTime = articles.filter(({specimen}) => !specimen).sort(asTheyCame);
  const runs = withoutFurniture(
    inTime.map((article) => ({
      source: sourceNames(article)[0] ?? null,
      runs: runsOf(ownWords(article.text), knobs.reach),
    })),
  );
  const sketches = inTime.map((article, at) => sketchOf(article, runs[at] ?? []));
  const near = nearTexts(sketches.length);
  const pairs = sketches.flatMap((_, later) =>
    near
      .meet(() => minHash(runs[later] ?? []))
      .flatMap((earlier) => compare(sketches, earlier, later, knobs) ?? []),
  );
  const roundups = findRoundups(sketches, pairs);
  const joining = pairs.filter(
    ({earlier, later, ofLater}) =>
      !roundups.has(earlier) && !roundups.has(later) && ofLater >= knobs.shareOfLater,
  );
  return {
    recipe: copiesRecipe,
    compared: sketches.length,
    clusters: clustersOf(sketches, [...joining, ...findTranslations(sketches)]),
    roundups: [...roundups.values()],
  };
}

/** Published first, then known first; of equals any that is always the same. */
function asTheyCame(a: Article, b: Article): number {
  const order = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  return (
    order(articleDay(a), articleDay(b)) || order(a.recordedOn, b.recordedOn) || order(a.id, b.id)
  );
}

function sketchOf(article: Article, runs: readonly number[]): Sketch {
  return {
    article,
    shingles: asSet(runs),
    sources: new Set(sourceNames(article).map(plainName)),
    credited: copyCredit(article),
    day: dayNumber(articleDay(article)),
    dated: !isGap(article.published),
  };
}

/** The exact comparison; a text too short to share as much is a copy where it is the other, word for word. */
function compare(
  sketches: readonly Sketch[],
  earlier: number,
  later: number,
  {share, fewest}: Knobs,
): NearPair | null {
  const [a, b] = [(sketches[earlier] as Sketch).shingles, (sketches[later] as Sketch).shingles];
  const both = sharedBy(a, b);
  const same = both > 0 && both === a.length && both === b.length;
  const shared = both / Math.max(1, Math.min(a.length, b.length));
  if (!same && (both < fewest || shared < share)) return null;
  return {earlier, later, shared, ofEarlier: both / a.length, ofLater: both / b.length};
}
