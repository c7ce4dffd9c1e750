import type {Features} from "../scoring/linear-model.ts";
import type {ReadSentence} from "./read-sentence.ts";

/** Letters of a word by which its inflections are one. */
const stems = [4, 5, 6] as const;
const shortestRoot = 4;
/** Tokens after the first actor in which its verb is sought. */
const verbReach = 3;

/**
 * What the type model sees: words and what they are made of, names masked (`w`, `r`, `p`), two words in a row (`n`), the words
 * behind the first actor (`v`), cues of the lexicon (`c` any, `f` first, `l` longest, `v:c` behind the first actor), the sentence's
 * shape (`s`) and its words of mode (`m`).
 */
export function typeFeaturesIn(sentence: ReadSentence): Features {
  const {tokens, actors, actorAt, cues, modes, headline} = sentence;
  const features = new Map<string, number>();
  const add = (name: string, amount = 1) => {
    features.set(name, Math.max(features.get(name) ?? 0, amount));
  };
  let before = "^";
  for (const [i, {plain, roots}] of tokens.entries()) {
    const number = actorAt[i] ?? -1;
    const actor = actors[number];
    const masked = actor !== undefined && actor.parties.length > 0;
    const form = masked ? "@" : /^\p{N}/u.test(plain) ? "#" : plain;
    if (form === "@" && before === "@") continue;
    if (!masked && /\p{L}/u.test(form)) {
      add(`w:${form}`);
      for (const root of roots.slice(1)) if (root.length >= shortestRoot) add(`w:${root}`, 0.5);
      for (const length of stems) if (form.length > length) add(`p:${form.slice(0, length)}`, 0.5);
    }
    add(`n:${before} ${form}`);
    before = form;
  }
  const [subject] = actors;
  if (subject !== undefined)
    for (let i = subject.last; i < subject.last + verbReach; i++) {
      const token = tokens[i];
      if (token === undefined || !/\p{L}/u.test(token.plain)) break;
      const near = i === subject.last ? "v" : "v+";
      add(`${near}:${token.plain.slice(0, 6)}`);
      for (const root of token.roots.slice(1))
        if (root.length >= shortestRoot) add(`${near}:${root}`, 0.5);
      for (const cue of cues) if (cue.first === i) add(`v:c:${cue.of}`);
    }
  for (const {of, length} of cues) {
    add(`c:${of}`);
    if (length > 1) add(`c2:${of}`);
  }
  const events = cues.filter(({of}) => of !== "NONE");
  const [first] = events;
  if (first !== undefined)
    for (const cue of events) if (cue.first === first.first) add(`f:${cue.of}`);
  const most = Math.max(0, ...events.map(({length}) => length));
  for (const cue of events) if (cue.length === most && most > 1) add(`l:${cue.of}`);
  if (events.length === 0) add("c:nothing");
  for (const {of} of modes) add(`m:${of}`);
  addShape(sentence, headline, add);
  return features;
}

function addShape(
  {tokens, actors, text}: ReadSentence,
  headline: boolean,
  add: (name: string) => void,
): void {
  const named = actors.filter(({parties}) => parties.length > 0).length;
  const several = actors.some(({parties}) => parties.length > 1);
  add(`s:named:${Math.min(3, named)}`);
  if (several) add("s:several");
  add(`s:bare:${Math.min(2, actors.length - named)}`);
  if (headline) add("s:headline");
  if (/\?\s*$/.test(text)) add("s:question");
  add(`s:long:${Math.min(4, Math.floor(tokens.length / 8))}`);
  if (/["“«]/.test(text)) add("s:quoted");
  if (/[$€£]|\b(?:US|AS)\$|Rp|RM|млн|млрд|juta|miliar|bilion/u.test(text)) add("s:money");
}
