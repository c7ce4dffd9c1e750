import type {EventType} from "../world/index.ts";
import {isPassive, isVerb, previousVerb} from "./grammar.ts";
import type {Match} from "./match-cues.ts";
import type {Named, Sentence} from "./sentence.ts";
import type {PhraseOdds} from "./sides/side-odds.ts";
import {isClauseEnd, objectOf, subjectOf} from "./subject-and-object.ts";

/** Who acts and on whom, as far as the words say. */
export interface Sides {
  readonly sources: Named | null;
  readonly targets: Named | null;
  /** "X and Y hold talks": one group is both sides. */
  readonly both: boolean;
  /** How they were found, for "why"; "ranked" where the ranker thinks otherwise than grammar. */
  readonly rule: "active" | "passive" | "received" | "nominal" | "between" | "hosted" | "ranked";
  /** How well each name fits each side, where the ranker was asked. */
  readonly odds?: readonly PhraseOdds[];
}

/** Verbs whose subject is done to: "received aid from", "faces sanctions". */
const receiving = new Set("receive get obtain face suffer undergo".split(" "));
/** Verbs whose subject brings others together. */
const hosting = new Set("host mediate broker convene facilitate sponsor".split(" "));

/** Types in which two sides in one clause both act, so that places and topics are no counterpart. */
export const mutualTypes: ReadonlySet<EventType> = new Set([
  "CONSULT",
  "COOPERATE",
  "AGREE",
  "SUPPORT",
]);

/** Finds both sides of a matched cue by grammar alone. */
export function ruleSides(sentence: Sentence, match: Match): Sides {
  const between = betweenSides(sentence, match);
  if (between !== null) return between;
  if (match.cue.noun) return nounSides(sentence, match);
  const subject = subjectOf(sentence, match.at);
  if (isPassive(sentence, match.at)) {
    const by = agentAfterBy(sentence, match.last) ?? originAfter(sentence, match.at + 1);
    return {sources: by, targets: subject, both: false, rule: "passive"};
  }
  const object = objectOf(sentence, match.at + 1, wishOf(match, subject));
  // "angers Pakistan", "draws criticism from": who is named behind the verb acts on who is named before it.
  if (match.cue.turned && object !== null)
    return {sources: object, targets: subject, both: false, rule: "received"};
  if (
    receiving.has(match.cue.head) &&
    object !== null &&
    match.cue.rest.length > 0 &&
    match.cue.type !== "CONSULT"
  )
    return {sources: object, targets: subject, both: false, rule: "received"};
  return {sources: subject, targets: object, both: false, rule: "active"};
}

function wishOf({cue}: Match, source: Named | null) {
  const mutual = mutualTypes.has(cue.type);
  // "offers to cut tariffs on US goods": only where talk or agreement itself is the act is "on" its matter.
  const onIsTopic = mutual && (cue.type !== "AGREE" || cue.head === "agree");
  return {source, onIsTopic, takePlace: !(mutual && (source?.parties.length ?? 0) > 1)};
}

/** "talks between X and Y", "a deal between X and Y"; with a host, it acts on both. */
function betweenSides(sentence: Sentence, match: Match): Sides | null {
  const {words, named, nameAt} = sentence;
  for (let i = match.at + 1; i < Math.min(words.length, match.at + 8); i++) {
    const {lower, text} = words[i] ?? {lower: "", text: ""};
    if (isClauseEnd(lower, text)) return null;
    if (lower !== "between" && lower !== "involving") continue;
    const groups: Named[] = [];
    for (let k = i + 1; k < Math.min(words.length, i + 16); k++) {
      const group = named[nameAt[k] ?? -1];
      if (group !== undefined && !groups.includes(group)) groups.push(group);
      const stop = /^(in|on|at|over|to|about|with|;|\.)$/.test(words[k]?.lower ?? "");
      if (groups.length > 0 && group === undefined && (stop || isVerb(sentence, k))) break;
    }
    const [one] = groups;
    if (one === undefined) return null;
    const parties = [...new Set(groups.flatMap((group) => group.parties))];
    const all = {...one, parties};
    const verb = match.cue.noun ? previousVerb(sentence, match.first) : match.at;
    const hosts = words.slice(Math.max(0, verb), i).some((word) => hosting.has(word.lemma));
    const host = hosts && verb >= 0 ? subjectOf(sentence, verb) : null;
    if (host !== null) return {sources: host, targets: all, both: false, rule: "hosted"};
    return {sources: all, targets: null, both: true, rule: "between"};
  }
  return null;
}

/** "Russia's attack on Kyiv", "Russian strikes in Ukraine", or a noun carried by a verb with its own subject. */
function nounSides(sentence: Sentence, match: Match): Sides {
  const owner = ownerOf(sentence, match.first);
  const verb = previousVerb(sentence, match.first);
  const carried = verb >= 0 && match.first - verb <= 8;
  const subject = carried ? subjectOf(sentence, verb) : null;
  const by = agentAfterBy(sentence, match.last);
  const sources = by ?? subject ?? owner;
  const targets = objectOf(sentence, match.last, wishOf(match, sources));
  // "Kyiv faces Russian attack": the verb's subject suffers what the owner does.
  if (by === null && subject !== null && owner !== null && owner !== subject && targets === null) {
    const suffers = receiving.has(sentence.words[verb]?.lemma ?? "");
    return suffers
      ? {sources: owner, targets: subject, both: false, rule: "received"}
      : {sources: subject, targets: owner, both: false, rule: "nominal"};
  }
  return {sources, targets, both: false, rule: "nominal"};
}

/** The name before a noun that owns it: "Russian attack", "Russia's new attack". */
function ownerOf(sentence: Sentence, first: number): Named | null {
  const {words, named, nameAt} = sentence;
  for (let i = first - 1; i >= Math.max(0, first - 6); i--) {
    const group = named[nameAt[i] ?? -1];
    if (group !== undefined) return group;
    const word = words[i];
    if (word === undefined || isVerb(sentence, i) || word.pos === "PUNCT") return null;
    if (word.pos === "ADP" && word.lower !== "of") return null;
  }
  return null;
}

function agentAfterBy({words, named, nameAt}: Sentence, from: number): Named | null {
  for (let i = from; i < Math.min(words.length, from + 12); i++) {
    const {lower, text} = words[i] ?? {lower: "", text: ""};
    if (isClauseEnd(lower, text)) return null;
    if (lower !== "by") continue;
    for (let k = i + 1; k < Math.min(words.length, i + 8); k++) {
      const group = named[nameAt[k] ?? -1];
      if (group !== undefined) return group;
    }
    return null;
  }
  return null;
}

/** "expelled from Germany", "arrested in Rwanda", "admitted to ASEAN": where the passive has no "by", the place acts. */
function originAfter({words, named, nameAt}: Sentence, from: number): Named | null {
  const origins = words[from - 1]?.lemma === "admit" ? "in from at to" : "in from at";
  for (let i = from; i < Math.min(words.length, from + 6); i++) {
    const group = named[nameAt[i] ?? -1];
    if (group === undefined) continue;
    const before = words[i - 1]?.lower === "the" ? words[i - 2] : words[i - 1];
    return origins.split(" ").includes(before?.lower ?? "") ? group : null;
  }
  return null;
}
