import type {CodedLanguage, EventType} from "../../world/index.ts";
import type {Features} from "../scoring/linear-model.ts";
import type {Carrier} from "./find-carrier.ts";
import {grammarOf} from "./language-grammar.ts";
import type {ReadSentence} from "./read-sentence.ts";

/** What an actor may do in an event. */
export const roles = ["source", "target", "both", "none"] as const;
export type Role = (typeof roles)[number];

/** Words before and behind an actor that are looked at. */
const reach = 3;

/** What the model of roles sees of one actor, given the type and the words that carry the event. */
export function roleFeatures(
  sentence: ReadSentence,
  number: number,
  type: EventType,
  carrier: Carrier | null,
  language: CodedLanguage,
): Features {
  const {tokens, actors, actorAt, headline} = sentence;
  const {prepositions, passive, active} = grammarOf(language);
  const features = new Map<string, number>();
  const add = (name: string) => {
    features.set(name, 1);
    features.set(`${type} ${name}`, 1);
  };
  const actor = actors[number];
  if (actor === undefined) return features;
  const small = prepositionBefore(sentence, actor.first, prepositions);
  const voice = voiceOf(sentence, carrier, passive, active);
  const place = placeOf(actor, carrier);
  const named = actor.parties.length > 1 ? "several" : actor.kind;
  add(`number:${Math.min(3, number)}`);
  add(`of:${Math.min(4, actors.length)}:${Math.min(3, number)}`);
  add(`kind:${named}`);
  if (actor.peopled) add("peopled");
  add(`before:${small}`);
  add(`place:${place}`);
  add(`voice:${voice}:${place}`);
  add(`voice:${voice}:${place}:${small}`);
  add(`near:${nearness(sentence, number, carrier)}:${voice}`);
  add(`place:${place}:${small}`);
  add(`carried:${carrier?.by}:${place}`);
  if (headline) add(`headline:${place}:${Math.min(3, number)}`);
  const last = tokens[actor.last - 1]?.plain ?? "";
  const head = tokens[actor.first]?.plain ?? "";
  if (language === "ru") {
    // An adjective's case is that of the noun behind it: "китайского владельца".
    const noun =
      actor.kind === "demonym" && !actor.peopled ? (tokens[actor.last]?.plain ?? "") : last;
    for (const length of [1, 2, 3]) {
      add(`ends:${noun.slice(-length)}`);
      add(`ends:${noun.slice(-length)}:${place}:${voice}`);
      add(`ends:${actor.kind}:${last.slice(-length)}:${place}`);
      add(`heads:${head.slice(-length)}:${voice}`);
      add(`beside:${(tokens[actor.last]?.plain ?? "").slice(-length)}`);
    }
  }
  if (actor.parties.length === 0) add(`word:${head.slice(0, 6)}`);
  for (let k = 1; k <= reach; k++) {
    add(`-${k}:${formAt(sentence, actor.first - k)}`);
    add(`+${k}:${formAt(sentence, actor.last + k - 1)}`);
  }
  const after = formAt(sentence, actor.last);
  add(`opens:${actor.first === 0}:${after === "," ? "," : ""}`);
  if (passive.test(after)) add("+passive");
  if (active.test(after)) add("+active");
  const beforeForm = formAt(sentence, actor.first - 1);
  if (passive.test(beforeForm)) add("-passive");
  if (active.test(beforeForm)) add("-active");
  const namedCount = actors.filter(({parties}) => parties.length > 0).length;
  add(`named:${Math.min(3, namedCount)}:${actor.parties.length > 0}`);
  for (const [other, {parties}] of actors.entries())
    if (other !== number && parties.length > 1) add("another-several");
  if (actorAt[0] === number) add("first-word");
  return features;
}

function formAt({tokens, actors, actorAt}: ReadSentence, i: number): string {
  const token = tokens[i];
  if (token === undefined) return i < 0 ? "^" : "$";
  const actor = actors[actorAt[i] ?? -1];
  if (actor !== undefined && actor.parties.length > 0) return "@";
  return /^\p{N}/u.test(token.plain) ? "#" : token.plain;
}

/** The small word that leads an actor, over at most two words that describe it. */
function prepositionBefore(
  {tokens, actorAt}: ReadSentence,
  first: number,
  prepositions: ReadonlySet<string>,
): string {
  for (let i = first - 1; i >= Math.max(0, first - reach); i--) {
    const {plain} = tokens[i] ?? {plain: ""};
    if (prepositions.has(plain) || /^[,:;—–-]$/.test(plain)) return plain;
    if (actorAt[i] !== -1) return "@";
  }
  return first === 0 ? "^" : "";
}

function voiceOf(
  {tokens}: ReadSentence,
  carrier: Carrier | null,
  passive: RegExp,
  active: RegExp,
): string {
  const word = tokens[carrier?.first ?? -1]?.plain;
  if (word === undefined) return "unknown";
  return passive.test(word) ? "passive" : active.test(word) ? "active" : "plain";
}

function placeOf(
  {first, last}: {readonly first: number; readonly last: number},
  carrier: Carrier | null,
): string {
  if (carrier === null) return "free";
  if (last <= carrier.first) return "left";
  return first >= carrier.last ? "right" : "within";
}

/** Which actor it is, counted from the carrier. */
function nearness({actors}: ReadSentence, number: number, carrier: Carrier | null): string {
  if (carrier === null) return "free";
  const left = actors.filter(({last}) => last <= carrier.first).length;
  return number < left ? `-${Math.min(3, left - number)}` : `+${Math.min(3, number - left + 1)}`;
}
