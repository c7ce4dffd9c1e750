import type {Day, Span, Stretch} from "../world/index.ts";
import {countCase} from "./count-case.ts";
import {
  fold,
  foldGap,
  type Gazetteer,
  type GazetteerName,
  type GazetteerNode,
} from "./gazetteer.ts";

/** Names of the gazetteer that may be meant by one stretch of a text: all as long as each other. */
export interface Hit extends Stretch {
  readonly names: readonly GazetteerName[];
}

const word = /[\p{L}\p{N}\p{M}]+/gu;
const letter = /[\p{L}\p{N}]/u;

/** A line in capitals throughout is read as if it were not; "US" is then a word like others. */
function isShouted(text: string): boolean {
  const {small, capitals} = countCase(text.slice(0, 400));
  return capitals > 12 && small * 12 < capitals;
}

const shoutedWords = new Set(["US", "IN", "IT", "WHO", "ICE", "NO"]);

function titled(text: string): string {
  return text.length < 4 ? text : text[0] + text.slice(1).toLowerCase();
}

/**
 * Walks the text word by word through the gazetteer and gives the longest name at each place, and what stands at the
 * words that are none. Linear in the length of the text: a walk is no longer than the longest name.
 *
 * @param misleads how many characters to pass over because a name is none where it stands; 0 where it is one.
 */
export function findNames(
  text: string,
  gazetteer: Gazetteer,
  on: Day | null,
  misleads: (hit: Hit) => number,
): {hits: Hit[]; strangers: Stretch[]} {
  const shouted = isShouted(text);
  const words = [...text.matchAll(word)].map(({0: one, index}) => ({
    start: index,
    end: index + one.length,
    key: fold(shouted ? titled(one) : one),
  }));
  const hits: Hit[] = [];
  const strangers: Stretch[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i] as (typeof words)[number];
    let node = shouted && shoutedWords.has(first.key) ? undefined : gazetteer.begin(first.key);
    let best: Hit | null = null;
    let bestAt = i;
    for (let k = i; node !== undefined; ) {
      const {end} = words[k] as (typeof words)[number];
      const found = endingAt(text, node, first.start, end, on);
      if (found !== null) {
        best = found;
        bestAt = k;
      }
      const after = words[++k];
      if (after === undefined || after.start - end > 4) break;
      node = node.next?.get(foldGap(text.slice(end, after.start)) + after.key);
    }
    if (best === null) {
      strangers.push(first);
      continue;
    }
    const passed = misleads(best);
    if (passed === 0) {
      hits.push(best);
      i = bestAt;
    } else while ((words[i + 1]?.start ?? text.length) < best.start + passed) i++;
  }
  return {hits, strangers};
}

function endingAt(
  text: string,
  node: GazetteerNode,
  start: number,
  end: number,
  on: Day | null,
): Hit | null {
  if (node.names.length === 0) return null;
  const fits = node.names.filter(
    ({tail, valid, exact, name}) =>
      isValid(valid, on) &&
      (tail === "" ||
        (text.startsWith(tail, end) && !letter.test(text[end + tail.length] ?? " "))) &&
      (!exact || text.startsWith(name, start)),
  );
  const longest = Math.max(...fits.map(({tail}) => tail.length));
  const names = fits.filter(({tail}) => tail.length === longest);
  return names.length === 0 ? null : {start, end: end + longest, names};
}

export function isValid(valid: Span | null, on: Day | null): boolean {
  return (
    valid === null || on === null || (valid.from <= on && (valid.to === null || valid.to >= on))
  );
}
