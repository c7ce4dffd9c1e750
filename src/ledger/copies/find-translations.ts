import {groupBy} from "../group-by.ts";
import {plainName} from "../settle-judgements.ts";
import type {NearPair, Sketch} from "./sketch.ts";
import {landmarksOf, saysTranslated, sharedLandmarks} from "./translations.ts";

/** Days between an article and its translation. */
const mostDays = 7;
/** Articles of the source that are looked at, the nearest in time first. */
const mostLookedAt = 50;

/**
 * Articles in another language than what they print, and only where they say so: by words ("translated from …"), or by
 * crediting the source of the other. Which of the source's articles it is, is told by figures and names in common.
 */
export function findTranslations(sketches: readonly Sketch[]): NearPair[] {
  const named = sketches.flatMap(({sources}, at) => [...sources].map((source) => ({source, at})));
  const bySource = groupBy(named, ({source}) => source);
  return sketches.flatMap((sketch, at): NearPair[] => {
    const from = originsSaid(sketch).flatMap((name) => bySource.get(name) ?? []);
    if (from.length === 0) return [];
    const apart = (other: number) => Math.abs((sketches[other] as Sketch).day - sketch.day);
    const own = landmarksOf(sketch.article.text);
    const [best] = [...new Set(from.map((one) => one.at))]
      .filter((other) => apart(other) <= mostDays && inOtherLanguage(sketch, sketches[other]))
      .sort((a, b) => apart(a) - apart(b) || a - b)
      .slice(0, mostLookedAt)
      .map((other) => ({
        other,
        shared: sharedLandmarks(own, landmarksOf((sketches[other] as Sketch).article.text)),
      }))
      .filter(({shared}) => shared > 0)
      .sort((a, b) => b.shared - a.shared || a.other - b.other);
    if (best === undefined) return [];
    const {other: earlier, shared} = best;
    // What is translated was there first, whatever the days say.
    return [{earlier, later: at, shared, ofEarlier: shared, ofLater: shared, translation: true}];
  });
}

/** Sources whose text it may be: the one it credits, if not itself; else those that it cites, where it says "translated". */
function originsSaid({article, credited, sources}: Sketch): string[] {
  if (credited !== null && !sources.has(plainName(credited))) return [plainName(credited)];
  return saysTranslated(article.text) ? article.cites.map(({name}) => plainName(name)) : [];
}

/** A text whose language nobody can tell is no translation that we could know of. */
function inOtherLanguage({article: {language}}: Sketch, other: Sketch | undefined): boolean {
  const theirs = other?.article.language ?? "und";
  return language !== "und" && theirs !== "und" && theirs !== language;
}
