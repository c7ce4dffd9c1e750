import {
  auxiliaries,
  beForms,
  isVerb,
  locatives,
  previousVerb,
  relatives,
  sayingVerbs,
  subordinators,
} from "./grammar.ts";
import type {Match} from "./match-cues.ts";
import type {Named, Sentence} from "./sentence.ts";

/** Who acts and on whom, as far as the words say. */
export interface Sides {
  readonly sources: Named | null;
  readonly targets: Named | null;
  /** "X and Y hold talks": one group is both sides. */
  readonly both: boolean;
  /** How they were found, for "why". */
  readonly rule: "active" | "passive" | "nominal" | "between";
}

/** Verbs that take no object of their own kind: their "-ed" form is never passive. */
const intransitive = new Set(
  "agree meet withdraw arrive resign protest cooperate talk warn travel clash march retreat rally refuse decline threaten vow pledge offer demand appeal promise negotiate".split(
    " ",
  ),
);

const participle =
  /(ed|en|wn|held|met|hit|set|cut|shot|struck|sent|told|brought|sold|built|laid|put)$/;
const afterPassive = new Set(
  "by in from at on over for as after amid during with against near under to".split(" "),
);

/** Whether the verb is passive: with a form of "be", or bare in a headline before a preposition. */
export function isPassive(sentence: Sentence, at: number): boolean {
  const {words, nameAt, headline} = sentence;
  const word = words[at];
  if (word === undefined || !participle.test(word.lower)) return false;
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const lower = words[i]?.lower ?? "";
    if (beForms.has(lower)) return true;
    if (words[i]?.pos !== "ADV" && words[i]?.pos !== "PART" && !auxiliaries.has(lower)) break;
  }
  if (intransitive.has(word.lemma)) return false;
  const next = words[at + 1];
  if (next?.lower === "by") return true;
  const before = words[at - 1];
  if (before !== undefined && auxiliaries.has(before.lower)) return false;
  const bare = next === undefined || next.pos === "PUNCT" || afterPassive.has(next.lower);
  return bare && (headline || words.length < 14) && nameAt[at + 1] === -1;
}

/** Finds both sides of a matched cue. */
export function findSides(sentence: Sentence, match: Match): Sides {
  const between = betweenSides(sentence, match);
  if (between !== null) return between;
  if (match.cue.noun) return nounSides(sentence, match);
  if (isPassive(sentence, match.at)) {
    const by = agentAfterBy(sentence, match.last);
    return {
      sources: by ?? originAfter(sentence, match.at + 1),
      targets: subjectOf(sentence, match.at),
      both: false,
      rule: "passive",
    };
  }
  const sources = subjectOf(sentence, match.at);
  const targets = objectOf(sentence, match.at + 1, sources);
  return {sources, targets, both: false, rule: "active"};
}

/** "talks between X and Y", "a deal between X and Y". */
function betweenSides({words, named, nameAt}: Sentence, match: Match): Sides | null {
  for (let i = match.at + 1; i < Math.min(words.length, match.at + 8); i++) {
    if (isClauseEnd(words[i]?.lower ?? "", words[i]?.text ?? "")) return null;
    if (words[i]?.lower !== "between" && words[i]?.lower !== "involving") continue;
    const groups: Named[] = [];
    for (let k = i + 1; k < Math.min(words.length, i + 16); k++) {
      const group = named[nameAt[k] ?? -1];
      if (group !== undefined && !groups.includes(group)) groups.push(group);
      if (
        groups.length > 0 &&
        group === undefined &&
        /^(in|on|at|over|to|about|,|;|\.)$/.test(words[k]?.lower ?? "")
      )
        break;
    }
    const [one, two] = groups;
    if (one === undefined) return null;
    if (one.parties.length > 1 || two === undefined)
      return {sources: one, targets: null, both: true, rule: "between"};
    return {sources: one, targets: two, both: false, rule: "between"};
  }
  return null;
}

/** "Russia's attack on Kyiv", "Russian strikes in Ukraine", or a noun carried by a verb with its own subject. */
function nounSides(sentence: Sentence, match: Match): Sides {
  const {words, named, nameAt} = sentence;
  let owner: Named | null = null;
  for (let i = match.first - 1; i >= Math.max(0, match.first - 6); i--) {
    const group = named[nameAt[i] ?? -1];
    if (group !== undefined) {
      owner = group;
      break;
    }
    const word = words[i];
    if (
      word === undefined ||
      isVerb(sentence, i) ||
      (word.pos === "ADP" && word.lower !== "of") ||
      word.pos === "PUNCT"
    )
      break;
  }
  const by = agentAfterBy(sentence, match.last);
  const verb = previousVerb(sentence, match.first);
  const carried = verb >= 0 && match.first - verb <= 8;
  const subject = carried ? subjectOf(sentence, verb) : null;
  const sources = by ?? subject ?? owner;
  // "Kyiv faces Russian attack": the verb's subject suffers what the owner does.
  if (subject !== null && owner !== null && subject !== owner && by === null) {
    const after = objectOf(sentence, match.last, null);
    if (after === null) return {sources: subject, targets: owner, both: false, rule: "nominal"};
  }
  return {sources, targets: objectOf(sentence, match.last, sources), both: false, rule: "nominal"};
}

function isClauseEnd(lower: string, text: string): boolean {
  return /^[;:.!?—–]$/.test(text) || subordinators.has(lower) || relatives.has(lower);
}

/** The group that stands as the verb's subject. */
export function subjectOf(sentence: Sentence, verb: number, depth = 0): Named | null {
  const {words, named, nameAt} = sentence;
  let i = verb - 1;
  let inherited = false;
  while (i >= 0) {
    const word = words[i];
    if (word === undefined || nameAt[i] !== -1) break;
    if (word.lower === "to" || word.lower === "and" || word.lower === "or") inherited = true;
    else if (
      !(
        auxiliaries.has(word.lower) ||
        word.pos === "ADV" ||
        word.pos === "PART" ||
        word.pos === "AUX"
      )
    )
      break;
    i--;
  }
  const gerund =
    /ing$/.test(words[verb]?.lower ?? "") && !beForms.has(words[verb - 1]?.lower ?? "");
  const governor = inherited || gerund ? previousVerb(sentence, verb) : -1;
  if (governor >= 0 && depth < 4) return subjectOf(sentence, governor, depth + 1);
  const groups: Named[] = [];
  for (; i >= 0; i--) {
    const word = words[i];
    if (word === undefined) break;
    const group = named[nameAt[i] ?? -1];
    if (group !== undefined) {
      if (!groups.includes(group)) groups.push(group);
      continue;
    }
    // "Moscow, which hosted …, said": the clause between commas is stepped over only by what precedes it.
    if (relatives.has(word.lower)) {
      const head = named[nameAt[i - 1] ?? -1] ?? named[nameAt[i - 2] ?? -1];
      return groups.at(-1) ?? head ?? null;
    }
    if (isClauseEnd(word.lower, word.text) && groups.length > 0) break;
    if (isVerb(sentence, i) && groups.length > 0 && sayingVerbs.has(word.lemma)) break;
    if (isVerb(sentence, i) && groups.length > 0 && !isInRelative(sentence, i)) break;
  }
  const ordered = groups.reverse();
  return ordered.find((group) => !isLocated(sentence, group)) ?? ordered[0] ?? null;
}

/** Whether a verb stands in "who …", "which …", so that the subject lies before it. */
function isInRelative({words}: Sentence, verb: number): boolean {
  for (let i = verb - 1; i >= 0 && i >= verb - 5; i--)
    if (relatives.has(words[i]?.lower ?? "")) return true;
  return /ed$/.test(words[verb]?.lower ?? "") && words[verb + 1]?.lower === "by";
}

function isLocated({words}: Sentence, group: Named): boolean {
  const before = words[group.first - 1];
  const two = words[group.first - 2];
  return (
    before !== undefined &&
    (locatives.has(before.lower) ||
      (before.lower === "to" && two?.pos === "NOUN") ||
      (before.lower === "the" && two !== undefined && locatives.has(two.lower)))
  );
}

/** The first group after the verb in its clause; one in "in …" only where there is no other. */
function objectOf(sentence: Sentence, from: number, source: Named | null): Named | null {
  const {words, named, nameAt} = sentence;
  let located: Named | null = null;
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    const group = named[nameAt[i] ?? -1];
    if (group !== undefined) {
      if (group === source) continue;
      if (isLocated(sentence, group)) located ??= group;
      else return group;
      continue;
    }
    if (isClauseEnd(word.lower, word.text) && i > from) break;
    if (isVerb(sentence, i) && sayingVerbs.has(word.lemma)) break;
  }
  return located;
}

function agentAfterBy({words, named, nameAt}: Sentence, from: number): Named | null {
  for (let i = from; i < Math.min(words.length, from + 12); i++) {
    if (isClauseEnd(words[i]?.lower ?? "", words[i]?.text ?? "")) return null;
    if (words[i]?.lower !== "by") continue;
    for (let k = i + 1; k < Math.min(words.length, i + 8); k++) {
      const group = named[nameAt[k] ?? -1];
      if (group !== undefined) return group;
    }
    return null;
  }
  return null;
}

/** "expelled from Germany", "arrested in Rwanda": where the passive has no "by", the place acts. */
function originAfter({words, named, nameAt}: Sentence, from: number): Named | null {
  for (let i = from; i < Math.min(words.length, from + 6); i++) {
    const group = named[nameAt[i] ?? -1];
    if (group !== undefined) {
      const before = words[i - 1]?.lower ?? "";
      return before === "in" || before === "from" || before === "at" ? group : null;
    }
  }
  return null;
}
