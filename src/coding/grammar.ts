import type {Sentence} from "./sentence.ts";

/** Closed word lists of English grammar that the rules share. */
const set = (words: string) => new Set(words.split(" "));

export const auxiliaries = set(
  "be is are was were been being am 's 're have has had having do does did 've 'd will would shall should can could may might must 'll wo ca",
);
export const beForms = set("be is are was were been being am get gets got");
export const modals = set("could may might can");
export const willForms = set("will would shall 'll wo");
export const negations = set("not n't never no neither nor without hardly nobody");
/** Words that open a clause about why, when or how: what stands there is background. */
export const subordinators = set(
  "after before because since although though while when where whereas if unless until as amid following despite over whether once",
);
export const relatives = set("who which whom whose that");
/** Verbs of saying that hand the word on to what was said. */
export const sayingVerbs = set(
  "say tell report add note state claim announce declare confirm insist reveal write quote believe think know see show mean explain stress emphasize emphasise reiterate",
);
/** Verbs that only carry a noun: "hold talks", "launch an attack". */
export const lightVerbs = set(
  "hold launch begin start conduct stage make carry resume announce express give issue sign take have impose open continue order face deliver mount host perform reach do kick end unveil submit file receive see approve undergo set commit unleash declare publish attend join lead plan mark step intensify escalate spark trigger prompt cause increase adopt place put seek expand undertake engage",
);
/** Prepositions that say where a thing is, not who does it. */
export const locatives = set("in at near across inside outside within around through");

const adjectivalBefore = set("a an the its their his her this these those some several two three");

/** Whether the word stands as a verb there, and not as a noun or adjective. */
export function isVerb(sentence: Sentence, i: number): boolean {
  const {words, nameAt} = sentence;
  const word = words[i];
  if (word === undefined || nameAt[i] !== -1) return false;
  const before = words[i - 1];
  const next = words[i + 1];
  if (word.pos === "VERB") {
    // "detained activists", "the sanctioned bank": a participle before its noun.
    const participle = /(ed|en|ing)$/.test(word.lower);
    const led =
      before !== undefined && (adjectivalBefore.has(before.lower) || isAdjective(sentence, i - 1));
    return !(
      participle &&
      led &&
      (next?.pos === "NOUN" || next?.pos === "PROPN" || next?.pos === "ADJ")
    );
  }
  if (word.pos === "AUX" || before === undefined) return word.pos === "VERB";
  if (word.pos !== "NOUN" && word.pos !== "PROPN" && word.pos !== "ADJ" && word.pos !== "ADP")
    return false;
  if (before.lower === "to" && word.lower === word.lemma)
    return i < 2 || sentence.headline || next?.pos === "DET" || nameAt[i + 1] !== -1;
  if (modals.has(before.lower) || willForms.has(before.lower)) return true;
  const name = sentence.named[nameAt[i - 1] ?? -1];
  if (name === undefined || name.adjective) {
    // "Lawmakers back bill", in a headline: a plural noun, a bare word, a noun.
    return (
      sentence.headline &&
      (before.pos === "NOUN" || before.pos === "PROPN") &&
      /s$/.test(before.lower) !== /[^s]s$/.test(word.lower) &&
      next !== undefined &&
      (nameAt[i + 1] !== -1 ||
        next.pos === "DET" ||
        next.pos === "NOUN" ||
        next.pos === "ADJ" ||
        next.pos === "PROPN")
    );
  }
  if (next === undefined) return false;
  // "US strikes on Iran" is a noun, "US strikes Iran" and "Russia attacks with drones" are not.
  if (
    next.pos === "ADP" &&
    !["with", "to", "for", "over", "off", "out", "up", "down", "back", "by"].includes(next.lower)
  )
    return /ed$/.test(word.lower);
  return next.pos !== "VERB" && next.pos !== "AUX" && next.pos !== "PUNCT";
}

function isAdjective({named, nameAt, words}: Sentence, i: number): boolean {
  const name = named[nameAt[i] ?? -1];
  return name?.adjective === true || words[i]?.lower === "'s" || words[i]?.lower === "’s";
}

/** A finite verb of the sentence's skeleton, or an infinitive; auxiliaries do not count. */
export function previousVerb(sentence: Sentence, before: number): number {
  for (let i = before - 1; i >= 0; i--) if (isVerb(sentence, i)) return i;
  return -1;
}
