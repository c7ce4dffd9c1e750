import type {EventType} from "../world/index.ts";

/** A cue of the codebook: a head and the words that must stand with it. */
export interface Cue {
  readonly type: EventType;
  readonly head: string;
  /** What must stand with the head, in order. */
  readonly rest: readonly CuePlace[];
  /** The head stands under "not", "never" or "no". */
  readonly negated: boolean;
  /** As written in the codebook, for "why". */
  readonly words: string;
  readonly noun: boolean;
  /** The other words stand behind the head: with verbs, and with nouns that go on ("ban on protest"). */
  readonly headFirst: boolean;
  /** The codebook's own, or the phrase book's, which is wider and less sure. */
  readonly book: "codebook" | "phrases";
  /** Tells of no dealing: "take gold", "heart attack". Its type is a stand-in. */
  readonly idle: boolean;
  /** The subject is acted on and the object acts. */
  readonly turned: boolean;
  /** Words that it needs: the more, the more certain. */
  readonly weight: number;
}

/** A place of a cue, worked out once: it is asked of at every word. */
export interface CuePlace {
  /** The words that may fill it. */
  readonly words: readonly string[];
  /** "on", "to": only small words fill it. */
  readonly isParticle: boolean;
  /** "on", "out": it must stand close to its verb. */
  readonly isClinging: boolean;
}

/** Small words that cling to their verb ("call on", "pull out") and those that may follow its object ("accuse … of"). */
const clinging = new Set(
  "about away back by down for in off on out over through together up upon at".split(" "),
);
const following = new Set("against from into of to with".split(" "));

export function cuePlace(words: readonly string[]): CuePlace {
  return {
    words,
    isParticle: words.every((word) => clinging.has(word) || following.has(word)),
    isClinging: words.every((word) => clinging.has(word)),
  };
}

/** Words that a cue needs; a small word counts half. */
export function weightOf({rest, negated}: Pick<Cue, "rest" | "negated">): number {
  const alone = negated ? 2 : 1;
  return rest.reduce((sum, {isParticle}) => sum + (isParticle ? 0.5 : 1), alone);
}
