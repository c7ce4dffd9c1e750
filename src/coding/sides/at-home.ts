import type {EventType, PartyId} from "../../world/index.ts";
import type {Match} from "../match-cues.ts";
import type {Mention} from "../mention.ts";
import type {FeatureSink} from "../scoring/feature-sink.ts";
import {type LinearModel, probabilities, sumsOfTold} from "../scoring/linear-model.ts";
import type {Sentence} from "../sentence.ts";

/** Whether the side that is not named is abroad or no state's ("away"), or is the named state's own ("home"). */
export const homeClasses = ["away", "home"] as const;

/** An event of which one party alone is named, as the side that it stands on. */
export interface OneSided {
  readonly type: EventType;
  readonly party: PartyId;
  readonly side: "source" | "target";
}

/**
 * From this probability on an event is taken to be at home. Chosen among 0.45, 0.55, 0.6 and 0.65 on the dev part of
 * `bench/data/headlines.json` and on `feed-train-03`, by a model that had not learnt from either.
 */
const leastHome = 0.6;

/** "Turkish police detain students": one state is named, and both sides are its own. */
export function isAtHome(
  model: LinearModel,
  sentence: Sentence,
  match: Match,
  mentions: readonly Mention[],
  named: OneSided,
): boolean {
  return (
    named.type === "PROTEST" || homeChance(model, sentence, match, mentions, named) >= leastHome
  );
}

/** How likely it is that the side that is not named is the named state's own. */
export function homeChance(
  model: LinearModel,
  sentence: Sentence,
  match: Match,
  mentions: readonly Mention[],
  named: OneSided,
): number {
  const {type, party, side} = named;
  const asked = known.get(sentence) ?? {words: new Map(), homes: new Map()};
  known.set(sentence, asked);
  const at = `${match.first} ${match.last}`;
  const key = `${at} ${type} ${side} ${party}`;
  const had = asked.homes.get(key);
  if (had !== undefined) return had;
  const words = asked.words.get(at) ?? sumsOfTold(model, (to) => wordFeatures(sentence, match, to));
  asked.words.set(at, words);
  const sides = sumsOfTold(model, (to) => namedFeatures(sentence, mentions, named, to));
  const [, home = 0] = probabilities(model, words, sides);
  asked.homes.set(key, home);
  return home;
}

/** What was worked out of a sentence: rules and trees ask the same of it, and of one event with many sides. */
interface AskedOf {
  readonly words: Map<string, Float64Array>;
  readonly homes: Map<string, number>;
}

const known = new WeakMap<Sentence, AskedOf>();

/**
 * What speaks for an event's being at home: its type (`y`), the words around it (`w`), those in front of it and behind it
 * (`b`, `a`) and beside the state's name (`n`), what of the state is named (`r`), and who else is in the sentence (`o`).
 */
export function homeFeatures(
  sentence: Sentence,
  match: Match,
  mentions: readonly Mention[],
  named: OneSided,
  to: FeatureSink,
): void {
  wordFeatures(sentence, match, to);
  namedFeatures(sentence, mentions, named, to);
}

function wordFeatures({words, nameAt}: Sentence, match: Match, to: FeatureSink): void {
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
}

function namedFeatures(
  {words, named}: Sentence,
  mentions: readonly Mention[],
  {type, party, side}: OneSided,
  to: FeatureSink,
): void {
  to.add("y:", type);
  to.add("s:", side);
  to.add("ys:", `${type} ${side}`);
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
