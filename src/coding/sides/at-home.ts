import type {EventType, PartyId} from "../../world/index.ts";
import type {Match} from "../match-cues.ts";
import type {Mention} from "../mention.ts";
import type {FeatureSink} from "../scoring/feature-sink.ts";
import {judge, type LinearModel} from "../scoring/linear-model.ts";
import type {Sentence} from "../sentence.ts";

/** Whether the side that is not named is abroad or no state's ("away"), or is the named state's own ("home"). */
export const homeClasses = ["away", "home"] as const;

/** An event of which one party alone is named, as the side that it stands on. */
export interface OneSided {
  readonly type: EventType;
  readonly party: PartyId;
  readonly side: "source" | "target";
}

/** From this probability on an event is taken to be at home. Chosen on the dev part of `bench/data/headlines.json`. */
const leastHome = 0.55;

/** What states do to their own as readily as to others. */
const inward: ReadonlySet<EventType> = new Set([
  "COERCE",
  "PROTEST",
  "ASSAULT",
  "RETREAT",
  "CONCEDE",
  "ACCUSE",
  "SANCTION",
]);
/** What takes two: a second side is there, though it is not named. */
const joint: ReadonlySet<EventType> = new Set(["AGREE", "COOPERATE"]);

/** "Turkish police detain students": one state is named, and both sides are its own. */
export function isAtHome(
  model: LinearModel,
  sentence: Sentence,
  match: Match,
  mentions: readonly Mention[],
  named: OneSided,
): boolean {
  const {type, party, side} = named;
  if (type === "PROTEST") return true;
  if (joint.has(type)) return false;
  // "Malaysia voted against it": a state by its bare name acts among states.
  const bare = mentions.every((one) => one.party !== party || one.role === null);
  if (bare && side === "source" && !inward.has(type)) return false;
  const [, home = 0] = judge(model, (to) => homeFeatures(sentence, match, mentions, named, to));
  return home >= leastHome;
}

/**
 * What speaks for an event's being at home: its type (`y`), the words around it (`w`), those in front of it and behind it
 * (`b`, `a`) and beside the state's name (`n`), what of the state is named (`r`), and who else is in the sentence (`o`).
 */
export function homeFeatures(
  {words, named, nameAt}: Sentence,
  match: Match,
  mentions: readonly Mention[],
  {type, party, side}: OneSided,
  to: FeatureSink,
): void {
  to.add("y:", `${type}`);
  to.add("s:", side);
  to.add("ys:", `${type} ${side}`);
  let strangers = 0;
  words.forEach(({lemma, pos, text}, i) => {
    if (nameAt[i] !== -1 || !/\p{L}{2}/u.test(text)) return;
    if (pos === "PROPN" && /^\p{Lu}/u.test(text)) {
      strangers++;
      return;
    }
    if (!/^(NOUN|VERB|ADJ|PROPN)$/.test(pos)) return;
    to.add("w:", lemma);
    if (i < match.first) to.add("b:", lemma);
    else if (i >= match.last) to.add("a:", lemma);
    else to.add("e:", lemma);
  });
  to.add("os:", `${Math.min(2, strangers)}`);
  const others = named.filter(({parties}) => !parties.includes(party)).length;
  to.add("oo:", `${Math.min(2, others)}`);
  to.add("on:", `${Math.min(3, named.length - others)}`);
  for (const one of named.filter(({parties}) => parties.includes(party))) {
    const after = words[one.last];
    to.add("n:", `${after?.lemma ?? "$"}`);
    to.add("p:", `${words[one.first - 1]?.lower ?? "^"}`);
    if (/^['’]s?$/.test(after?.text ?? "")) to.add("n:", `${words[one.last + 1]?.lemma ?? "$"}`);
  }
  for (const mention of mentions.filter((one) => one.party === party)) {
    to.add("r:", `${mention.role}`);
    to.add("k:", `${mention.kind}`);
    to.add("rs:", `${mention.role} ${side}`);
    to.add("ry:", `${mention.role} ${type}`);
    to.add("ky:", `${mention.kind} ${side}`);
  }
}
