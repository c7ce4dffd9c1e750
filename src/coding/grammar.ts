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
  "say tell report add note state claim announce declare confirm insist reveal write quote believe think know see show mean explain stress emphasize emphasise reiterate deny",
);
/** Verbs that only carry a noun: "hold talks", "launch an attack". */
export const lightVerbs = set(
  "sign order hold launch begin start conduct stage make carry resume announce express give issue take have impose open continue deliver mount host perform reach do unveil submit file receive see approve undergo commit unleash declare publish attend join lead step intensify escalate spark trigger prompt cause increase adopt place seek expand undertake engage stress underline highlight voice consider weigh mull float propose",
);
/** Prepositions that say where a thing is, not who does it. */
export const locatives = set("in at near across inside outside within around through");

const determiners = set("a an the its their his her this these those some several two three");
/** Parts of speech that a thing done to may begin with. */
const opensObject = set("DET PRON NUM ADJ NOUN PROPN");

/** Whether the word stands as a verb there, and not as a noun or adjective. */
export function isVerb(sentence: Sentence, i: number): boolean {
  if (i < 0 || i >= sentence.words.length) return false;
  const {verbs} = sentence;
  if (verbs[i] === 0) verbs[i] = standsAsVerb(sentence, i) ? 1 : 2;
  return verbs[i] === 1;
}

function standsAsVerb(sentence: Sentence, i: number): boolean {
  const {words, nameAt} = sentence;
  const word = words[i];
  const before = words[i - 1];
  if (word === undefined || nameAt[i] !== -1 || word.pos === "AUX") return false;
  if (days.has(word.lower)) return false;
  // "UN experts call for", "Ukraine drones strike": who acts, and no verb of the name before.
  if (nameAt[i - 1] !== -1 && before !== undefined && actors.has(word.lower)) return false;
  // "US-backed": the second half of a compound is an adjective.
  if (before !== undefined && before.text === "-" && before.end === word.start) return false;
  // "Joint exercises" is often tagged as a verb.
  const described =
    before?.pos === "ADJ" || /^(joint|military|naval|bilateral)$/.test(before?.lower ?? "");
  if (word.pos === "VERB" && described && /[^s]s$/.test(word.lower)) return false;
  if (word.pos === "VERB") return !isParticipleOfNoun(sentence, i) && !isNounOfOwner(sentence, i);
  if (before === undefined || !/^(NOUN|PROPN|ADJ|ADP|ADV)$/.test(word.pos)) return false;
  const next = words[i + 1];
  const handsOn = next?.lower === "to" && words[i + 2]?.pos === "VERB";
  const object =
    next !== undefined && (nameAt[i + 1] !== -1 || opensObject.has(next.pos) || handsOn);
  if (modals.has(before.lower) || willForms.has(before.lower)) return word.lower === word.lemma;
  if (before.lower === "to" && word.lower === word.lemma)
    return nameAt[i - 2] !== -1 || next?.pos === "DET" || nameAt[i + 1] !== -1;
  if (before.pos === "AUX" && /(ed|shot|struck|hit)$/.test(word.lower)) return true;
  const adverbial = before.pos === "ADV" || before.pos === "AUX";
  if (adverbial && /(ed|ing)$/.test(word.lower) && object && next.pos !== "NOUN") return true;
  if (word.pos === "ADP") return false;
  const name = sentence.named[nameAt[i - 1] ?? -1];
  if (name !== undefined && !name.adjective) {
    const withParticle = /^(up|out|off|down|back|away)$/.test(next?.lower ?? "");
    // "Kenya police fire": a bare form after one name is a noun; after two it may be their verb.
    const inflected = /(?:[^s]s|ed)$/.test(word.lower) || word.lower !== word.lemma;
    const people = /(?:ans|is|ks|rs|bs)$/.test(before.lower);
    if (!inflected && name.parties.length === 1 && !people) return false;
    return withParticle || (object && !isNounAfterName(sentence, i));
  }
  if (bodies.has(before.lower) && /[^s]s$/.test(word.lower)) return object;
  // "troops exchange fire", "voters back ties": a plural, a bare verb, what it is done to.
  const subject = name === undefined && (before.pos === "NOUN" || before.pos === "PROPN");
  const plural = /[^s]s$/.test(before.lower) || before.lower === "police";
  // "Thousands protest in …": verbs that need no object.
  if (
    subject &&
    plural &&
    word.lower === word.lemma &&
    next?.pos === "ADP" &&
    (intransitive.has(word.lemma) || leaning.has(word.lemma))
  )
    return true;
  if (!subject || !object) return false;
  if (/ed$/.test(word.lower)) return next.pos !== "NOUN" && next.pos !== "ADJ";
  // "Germany's Merz backs Ukraine": a name that no table knows.
  if (before.pos === "PROPN" && /[^s]s$/.test(word.lower)) return true;
  return plural && word.lower === word.lemma;
}

/** Tagged as verbs where a line has few others: "accepted terms Monday". */
const days = set("monday tuesday wednesday thursday friday saturday sunday");

/** Plurals of those who act, and of what they act with, that are never what a state before them does. */
const actors = set(
  "experts officials lawmakers troops soldiers rebels ministers students workers farmers drones leaders lawyers envoys senators prosecutors officers fighters militants gunmen migrants refugees protesters activists voters warships jets warplanes missiles miners teachers unions allies neighbours neighbors hackers settlers residents villagers civilians hostages prisoners regulators investigators diplomats negotiators mediators observers inspectors peacekeepers sailors marines commandos fishermen traders exporters importers producers growers truckers carmakers firms companies banks tribes gangs clerics monks lawmen deputies mps legislators opponents critics supporters dissidents exiles separatists insurgents jihadists islamists populists conservatives liberals socialists communists royalists nationalists athletes scientists researchers engineers journalists reporters bloggers women men children families relatives mourners pilgrims tourists expatriates",
);

/** Verbs that go with a preposition where they have no object: "experts call for", "troops mass at". */
const leaning = set(
  "call react push press mass gather look turn move fire swoop crack head fly sue race flock pour object dig rely agitate lobby campaign vie compete fall flee escape pull back hail plead apologise apologize respond retaliate sail land crowd sit stand sign vote",
);

/** Bodies that act in the singular: after them a word in "-s" before an object is a verb. */
const bodies = set(
  "military army navy court government ministry parliament congress senate cabinet president minister junta leader king bloc union party council commission agency bank premier chancellor regulator force guard opposition tribunal committee panel embassy envoy",
);

/** "detained activists", "the sanctioned bank": a participle that belongs to the noun after it. */
function isParticipleOfNoun({words, named, nameAt}: Sentence, i: number): boolean {
  const word = words[i];
  const before = words[i - 1];
  const next = words[i + 1];
  if (word === undefined || before === undefined || !/(ed|en|ing)$/.test(word.lower)) return false;
  if (next?.pos !== "NOUN" && next?.pos !== "PROPN" && next?.pos !== "ADJ") return false;
  const possessive = /^['’]s?$/.test(before.lower);
  return (
    determiners.has(before.lower) || possessive || named[nameAt[i - 1] ?? -1]?.adjective === true
  );
}

/** "America's biggest ask": a bare form behind an owner and an adjective. */
function isNounOfOwner({words}: Sentence, i: number): boolean {
  const word = words[i];
  const owner = words[i - 2]?.lower ?? "";
  const owned = /^['’]s?$/.test(owner) || determiners.has(owner) || owner === "the";
  return word?.lower === word?.lemma && words[i - 1]?.pos === "ADJ" && owned;
}

/** "US strikes on Iran" is a noun; "US strikes Iran" and "Russia attacks with drones" are verbs. */
function isNounAfterName({words}: Sentence, i: number): boolean {
  const next = words[i + 1];
  return next === undefined || next.pos === "VERB" || next.pos === "AUX";
}

/** The nearest verb before a word, or −1. */
export function previousVerb(sentence: Sentence, before: number): number {
  for (let i = before - 1; i >= 0; i--) if (isVerb(sentence, i)) return i;
  return -1;
}

/** Verbs that take no object of their own kind: their "-ed" form is never passive. */
const intransitive = set(
  "agree meet withdraw arrive resign protest cooperate talk warn travel clash march retreat rally refuse decline threaten vow pledge offer demand appeal promise negotiate receive end begin start resume open conclude continue vote abstain side speak join",
);
const participle =
  /(ed|en|wn|held|met|hit|set|cut|shot|struck|sent|told|brought|sold|built|laid|put)$/;
const afterPassive = set(
  "by in from at on over for as after amid during with against near under to",
);

/** Whether the verb is passive: with a form of "be", or bare in a short line before a preposition. */
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
  const before = words[at - 1];
  if (before !== undefined && auxiliaries.has(before.lower)) return false;
  if (next?.lower === "by") return true;
  const bare = next === undefined || next.pos === "PUNCT" || afterPassive.has(next.lower);
  return bare && (headline || words.length < 14) && nameAt[at + 1] === -1;
}
