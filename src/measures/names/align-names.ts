import type {NameWords} from "../../world/index.ts";
import {editDistance} from "./edit-distance.ts";
import type {NameWeights} from "./name-weights.ts";
import type {NameToken, ReadName} from "./read-name.ts";
import {skeletonOf} from "./sound-of.ts";

/** Words of two names that say the same: places of their tokens. */
export interface Aligned {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** 0..1 */
  readonly likeness: number;
  readonly why: string;
}

/** Aligns the words of two names, the likest first, each word once. */
export function aligner(
  words: NameWords,
  weights: NameWeights,
): (a: ReadName, b: ReadName) => readonly Aligned[] {
  const longForms = new Map(
    Object.entries(words.shortForms).flatMap(([long, shorts]) =>
      shorts.map((short) => [short, long] as const),
    ),
  );
  const longOf = ({text}: NameToken) => longForms.get(text) ?? text;

  const likeness = (a: NameToken, b: NameToken, byConsonants: boolean): Likeness | null => {
    if (a.text === b.text) return {likeness: 1, why: "the same"};
    if (a.kind === "number" || b.kind === "number") return null;
    if (a.kind === "particle" && b.kind === "particle")
      return a.sound === b.sound || (sons.has(a.text) && sons.has(b.text))
        ? {likeness: 0.95, why: "the same particle"}
        : null;
    if (a.kind === "initial" || b.kind === "initial")
      return a.text.startsWith(b.text) || b.text.startsWith(a.text)
        ? {likeness: 0.85, why: "initial"}
        : null;
    if (a.sound === b.sound) return {likeness: 0.96, why: "sound alike"};
    if (longOf(a) === longOf(b)) return {likeness: 0.9, why: "short form"};
    if (byConsonants && sameConsonants(a, b)) return {likeness: 0.85, why: "the same consonants"};
    return byLetters(a, b, weights.slack);
  };

  return (a, b) => {
    const byConsonants = a.lacksVowels !== b.lacksVowels;
    const found: Aligned[] = [...splits(a, b, false), ...splits(b, a, true)];
    for (const [i, one] of a.tokens.entries())
      for (const [k, other] of b.tokens.entries()) {
        const like = likeness(one, other, byConsonants);
        if (like !== null) found.push({a: [i], b: [k], ...like});
      }
    return eachOnce(found.sort((one, other) => rank(other) - rank(one)));
  };
}

type Likeness = Pick<Aligned, "likeness" | "why">;

const sons = new Set(["bin", "ibn", "ben"]);

function sameConsonants(a: NameToken, b: NameToken): boolean {
  const skeleton = skeletonOf(a.sound);
  return skeleton.length > 1 && skeleton === skeletonOf(b.sound);
}

function byLetters(a: NameToken, b: NameToken, slack: number): Likeness | null {
  const length = Math.max(a.text.length, b.text.length);
  const most = Math.floor(length * slack);
  if (most === 0 || Math.abs(a.text.length - b.text.length) > most) return null;
  const edits = Math.min(editDistance(a.text, b.text, most), editDistance(a.sound, b.sound, most));
  if (edits > most) return null;
  return {
    likeness: 1 - edits / length,
    why: `${edits} ${edits === 1 ? "letter" : "letters"} apart`,
  };
}

/** Likest first; of equals the one that explains more words, then the one whose words stand in like places. */
const rank = ({a, b, likeness}: Aligned) =>
  likeness * 10 + a.length + b.length - 0.01 * Math.abs((a[0] ?? 0) - (b[0] ?? 0));

function eachOnce(pairs: readonly Aligned[]): Aligned[] {
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  return pairs.filter(({a, b}) => {
    if (a.some((i) => takenA.has(i)) || b.some((k) => takenB.has(k))) return false;
    for (const i of a) takenA.add(i);
    for (const k of b) takenB.add(k);
    return true;
  });
}

/** Shortest word that may be written in two or three. */
const shortestSplit = 5;

/** A word of one name that is two or three neighbours of the other. */
function splits(whole: ReadName, parts: ReadName, turned: boolean): Aligned[] {
  const found: Aligned[] = [];
  for (const [i, one] of whole.tokens.entries()) {
    if (one.text.length < shortestSplit) continue;
    for (let k = 0; k + 1 < parts.tokens.length; k++) {
      let joined = parts.tokens[k]?.text ?? "";
      if (joined.length >= one.text.length || joined[0] !== one.text[0]) continue;
      for (let last = k + 1; last <= k + 2 && last < parts.tokens.length; last++) {
        joined += parts.tokens[last]?.text ?? "";
        if (Math.abs(joined.length - one.text.length) > 1) continue;
        if (editDistance(one.text, joined, 1) > 1) continue;
        const many = Array.from({length: last - k + 1}, (_, at) => k + at);
        const likeness = joined === one.text ? 0.98 : 0.9;
        const [a, b] = turned ? [many, [i]] : [[i], many];
        found.push({a, b, likeness, why: "written together"});
      }
    }
  }
  return found;
}
