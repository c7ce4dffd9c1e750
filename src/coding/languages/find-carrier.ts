import type {EventType} from "../../world/index.ts";
import type {ReadSentence} from "./read-sentence.ts";

/** The words that carry an event of a type, by tokens. */
export interface Carrier {
  readonly first: number;
  readonly last: number;
  /** How they were found: by the lexicon of the type, or as the first verb behind the first actor. */
  readonly by: "cue" | "verb";
}

/** The longest cue of the type, the first of them; where there is none, the first verb behind the first actor. */
export function findCarrier(sentence: ReadSentence, type: EventType): Carrier | null {
  const {cues, actors, actorAt, tokens, verbal} = sentence;
  let best: (typeof cues)[number] | null = null;
  for (const cue of cues) {
    if (cue.of !== type || actorAt[cue.first] !== -1) continue;
    if (best === null || cue.length > best.length) best = cue;
  }
  if (best !== null) return {first: best.first, last: best.last, by: "cue"};
  for (let i = actors[0]?.last ?? 0; i < tokens.length; i++)
    if (actorAt[i] === -1 && verbal(tokens[i]?.plain ?? ""))
      return {first: i, last: i + 1, by: "verb"};
  return null;
}
