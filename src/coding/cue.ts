import type {EventType} from "../world/index.ts";

/** A cue of the codebook: a head and the words that must stand with it. */
export interface Cue {
  readonly type: EventType;
  readonly head: string;
  /** Each place holds the words that may fill it. */
  readonly rest: readonly (readonly string[])[];
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

/** Small words that cling to their verb ("call on", "pull out") and those that may follow its object ("accuse … of"). */
const clinging = new Set(
  "about away back by down for in off on out over through together up upon at".split(" "),
);
const following = new Set("against from into of to with".split(" "));

/** "on", "to": a place that only small words fill. */
export function isParticlePlace(place: readonly string[]): boolean {
  return place.every((word) => clinging.has(word) || following.has(word));
}

/** "on", "out": a place that must stand close to its verb. */
export function isClingingPlace(place: readonly string[]): boolean {
  return place.every((word) => clinging.has(word));
}

/** Words that a cue needs; a small word counts half. */
export function weightOf({rest, negated}: Pick<Cue, "rest" | "negated">): number {
  const alone = negated ? 2 : 1;
  return rest.reduce((sum, place) => sum + (isParticlePlace(place) ? 0.5 : 1), alone);
}
