import type {NameWords} from "../../world/index.ts";
import {type Aligned, aligner} from "./align-names.ts";
import {editDistance} from "./edit-distance.ts";
import {type NameWeights, nameWeights} from "./name-weights.ts";
import {type NameSchema, type NameToken, nameReader, type ReadName} from "./read-name.ts";

/** How alike two names are, and why. */
export interface NameMatch {
  /** 0..1; from `matchThreshold` on, they may be one bearer's. */
  readonly score: number;
  /** What speaks for and against, word by word. */
  readonly because: readonly string[];
}

export interface NameMatcher {
  readonly read: (name: string, schema: NameSchema) => ReadName;
  /** The score alone: fast. */
  readonly score: (a: ReadName, b: ReadName, schema: NameSchema) => number;
  readonly match: (a: ReadName, b: ReadName, schema: NameSchema) => NameMatch;
}

/**
 * Compares names of persons, companies and ships across scripts and romanisations. Words are aligned one to one (a word
 * may be written in two); a rare word weighs more than one that many listed names hold; what is left over on both sides
 * speaks against. score = 1 - cost / mean weight of the two names.
 */
export function nameMatcher(words: NameWords, weights: NameWeights = nameWeights): NameMatcher {
  const align = aligner(words, weights);
  const compare = (a: ReadName, b: ReadName, schema: NameSchema): Compared => {
    const pairs = align(a, b);
    const left = restOf(a, pairs, "a");
    const right = restOf(b, pairs, "b");
    const whole = (a.weight + b.weight) / 2;
    const differ = pairs.reduce((sum, pair) => sum + weightOf(a, b, pair) * (1 - pair.likeness), 0);
    const [less, more] = [left, right].map(weigh).sort((one, other) => one - other) as [
      number,
      number,
    ];
    const kind = schema === "person" ? "person" : "organisation";
    const forms = a.form !== null && b.form !== null && a.form !== b.form;
    const cost =
      differ +
      less * 2 * weights.differs +
      (more - less) * weights.extra[kind] +
      (forms ? weights.form * whole : 0);
    const byWords = whole === 0 ? 0 : Math.max(0, 1 - cost / whole);
    const together = squeezedLikeness(a, b);
    return {
      score: Math.max(byWords, together),
      pairs,
      left,
      right,
      forms,
      together: together > byWords,
    };
  };
  return {
    read: nameReader(words, weights),
    score: (a, b, schema) => compare(a, b, schema).score,
    match: (a, b, schema) => {
      const compared = compare(a, b, schema);
      return {score: compared.score, because: tell(a, b, compared)};
    },
  };
}

interface Compared {
  readonly score: number;
  readonly pairs: readonly Aligned[];
  readonly left: readonly NameToken[];
  readonly right: readonly NameToken[];
  readonly forms: boolean;
  /** Written without spaces they are more alike than word by word. */
  readonly together: boolean;
}

const weigh = (tokens: readonly NameToken[]) => tokens.reduce((sum, {weight}) => sum + weight, 0);

const tokensOf = (name: ReadName, at: readonly number[]) =>
  at.map((i) => name.tokens[i]).filter((token) => token !== undefined);

const weightOf = (a: ReadName, b: ReadName, pair: Aligned) =>
  (weigh(tokensOf(a, pair.a)) + weigh(tokensOf(b, pair.b))) / 2;

/** The words of a name that are in no pair. */
function restOf(name: ReadName, pairs: readonly Aligned[], side: "a" | "b"): NameToken[] {
  const taken = new Set(pairs.flatMap((pair) => pair[side]));
  return name.tokens.filter((_, i) => !taken.has(i));
}

/** One edit in so many letters still lets two names be the same, written together. */
const lettersAnEdit = 8;

/** Both names without their spaces: "Siemens AG" and "SiemensAG". */
function squeezedLikeness(a: ReadName, b: ReadName): number {
  const length = Math.max(a.squeezed.length, b.squeezed.length);
  if (length < 5) return 0;
  const most = Math.floor(length / lettersAnEdit);
  const edits = editDistance(a.squeezed, b.squeezed, most);
  return edits > most ? 0 : 0.97 - edits / length;
}

function tell(a: ReadName, b: ReadName, {pairs, left, right, forms, together}: Compared): string[] {
  const words = (tokens: readonly NameToken[]) => `“${tokens.map(({text}) => text).join(" ")}”`;
  const lines = pairs.map(
    (pair) =>
      `${words(tokensOf(a, pair.a))} and ${words(tokensOf(b, pair.b))}: ${pair.why} (${pair.likeness.toFixed(2)} × ${weightOf(a, b, pair).toFixed(2)})`,
  );
  if (left.length > 0 && right.length > 0) lines.push(`${words(left)} against ${words(right)}`);
  else if (left.length + right.length > 0)
    lines.push(`${words([...left, ...right])} on one side only`);
  if (forms) lines.push(`legal forms ${a.form} and ${b.form}`);
  return together ? ["written together they are alike", ...lines] : lines;
}
