import type {Verdict} from "../world/index.ts";

/** Relative difference from which two figures of one claim are two figures: above what rounding makes. */
const farApart = 0.05;

/** Words of which two claims that are alike cannot both be true. */
const opposites: readonly (readonly RegExp[])[] = [
  [
    /\bvoted (for|in favour|yes)|\bbacked|\bsupported/i,
    /\bvoted (against|no)|\bopposed|\brejected/i,
    /\babstain/i,
  ],
  [/\b(rose|grew|increased|climbed|up)\b/i, /\b(fell|declined|dropped|decreased|shrank|down)\b/i],
  [/\bjoined|\bacceded/i, /\bleft\b|\bwithdrew|\bquit/i],
  [/\bsigned\b/i, /\b(failed|refused|declined) to sign\b/i],
];
const negation = /\b(not|never|no longer|den(y|ied|ies)|n['’]t|tidak|bukan|membantah)\b/i;

/** What two claims of one thing differ in, in words; `null` where nothing shows that they do. */
export function disagreement(a: Verdict, b: Verdict): string | null {
  const [one, other] = [a.claim, b.claim];
  const [x, y] = [one.quantity, other.quantity];
  if (x !== null && y !== null && x.unit === y.unit) {
    const apart =
      Math.abs(x.value - y.value) / Math.max(Math.abs(x.value), Math.abs(y.value), 1e-9);
    if (apart > farApart) return `one says ${x.words}, the other ${y.words}`;
  }
  const [p, q] = [one.period, other.period];
  if (p?.by === "claim" && q?.by === "claim" && (p.to < q.from || q.to < p.from))
    return `one speaks of ${p.words}, the other of ${q.words}`;
  for (const set of opposites) {
    const [mine, theirs] = [one.text, other.text].map((text) =>
      set.findIndex((words) => words.test(text)),
    );
    if (mine !== theirs && (mine ?? -1) >= 0 && (theirs ?? -1) >= 0)
      return `one says “${wordIn(set, one.text)}”, the other “${wordIn(set, other.text)}”`;
  }
  if (negation.test(one.text) !== negation.test(other.text)) return "one says that it is not so";
  return null;
}

function wordIn(set: readonly RegExp[], text: string): string {
  return set.map((words) => words.exec(text)?.[0]).find((hit) => hit !== undefined) ?? "";
}
