import type {PartyId, Stretch} from "../world/index.ts";
import type {Word} from "./read-words.ts";
import type {LinearModel} from "./scoring/linear-model.ts";

/** Parties named together, as a stretch of words `[first, last)`. */
export interface Named {
  readonly first: number;
  readonly last: number;
  readonly parties: readonly PartyId[];
  /** "Russian": stands before a noun and means its people or organs. */
  readonly adjective: boolean;
}

/** A sentence ready for rules: its words, and who is named in it. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
  readonly named: readonly Named[];
  /** Index into `named` by word, −1 where the word is no name. */
  readonly nameAt: readonly number[];
  readonly headline: boolean;
  /** Ranks the sides of what happens in it; `null` where grammar alone is asked. */
  readonly sideModel: LinearModel | null;
  /** By word: 1 a verb, 2 none, 0 not asked yet. Kept by `isVerb`: rules ask of the same words again and again. */
  readonly verbs: Uint8Array;
}

/** Puts words and names together. `names` are stretches of the text in order, with their parties. */
export function sentenceOf(
  text: string,
  words: readonly Word[],
  names: readonly {start: number; end: number; parties: readonly PartyId[]; adjective: boolean}[],
  headline: boolean,
  sideModel: LinearModel | null = null,
): Sentence {
  const named: Named[] = [];
  const nameAt = words.map(() => -1);
  let at = 0;
  for (const {start, end, parties, adjective} of names) {
    while (at < words.length && (words[at] as Word).end <= start) at++;
    let last = at;
    while (last < words.length && (words[last] as Word).start < end) last++;
    if (last === at) continue;
    for (let i = at; i < last; i++) nameAt[i] = named.length;
    named.push({first: at, last, parties, adjective});
    at = last;
  }
  return {text, words, named, nameAt, headline, sideModel, verbs: new Uint8Array(words.length)};
}

/** Who is named in it, each once, in order. */
export function partiesOf({named}: Pick<Sentence, "named">): readonly PartyId[] {
  return [...new Set(named.flatMap(({parties}) => parties))];
}

/** Where words `[first, last)` stand in the text. */
export function stretchOf(
  {words}: Sentence,
  {first, last}: {readonly first: number; readonly last: number},
): Stretch {
  return {start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0};
}
