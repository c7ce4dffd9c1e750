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
  const bySource = new Map<string, number[]>();
  sketches.forEach(({sources}, at) => {
    for (const source of sources) {
      const there = bySource.get(source);
      if (there === undefined) bySource.set(source, [at]);
      else there.push(at);
    }
  });
  return sketches.flatMap((sketch, at): NearPair[] => {
    const {article, credited, day} = sketch;
    const named = credited === null ? article.cites.map(({name}) => name) : [credited];
    if (named.length === 0 || (credited === null && !saysTranslated(article.text))) return [];
    const own = landmarksOf(article.text);
    const found = [...new Set(named.flatMap((name) => bySource.get(plainName(name)) ?? []))]
      .filter((other) => {
        const one = sketches[other] as Sketch;
        const apart = Math.abs(one.day - day);
        return other !== at && apart <= mostDays && one.article.language !== article.language;
      })
      .sort(
        (a, b) => Math.abs(dayOf(sketches, a) - day) - Math.abs(dayOf(sketches, b) - day) || a - b,
      )
      .slice(0, mostLookedAt)
      .map((other) => ({
        other,
        shared: sharedLandmarks(own, landmarksOf((sketches[other] as Sketch).article.text)),
      }))
      .filter(({shared}) => shared > 0)
      .sort((a, b) => b.shared - a.shared || a.other - b.other);
    const [best] = found;
    if (best === undefined) return [];
    const {other, shared} = best;
    // What is translated was there first, whatever the days say.
    return [
      {earlier: other, later: at, shared, ofEarlier: shared, ofLater: shared, translation: true},
    ];
  });
}

function dayOf(sketches: readonly Sketch[], at: number): number {
  return (sketches[at] as Sketch).day;
}
