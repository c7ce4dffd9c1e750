import type {EventType, Quad, Reference} from "../world/index.ts";

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
}

export interface CompiledCodebook {
  /** Verb cues by head lemma, longest first. */
  readonly verbs: ReadonlyMap<string, readonly Cue[]>;
  /** Noun cues by the last word of the phrase, longest first. */
  readonly nouns: ReadonlyMap<string, readonly Cue[]>;
  readonly quadOf: ReadonlyMap<EventType, Quad>;
  readonly symmetric: ReadonlySet<EventType>;
}

const known = new WeakMap<Reference, CompiledCodebook>();

/** The codebook as maps from a head to its cues. Built once a reference. */
export function compileCodebook(reference: Reference): CompiledCodebook {
  const built = known.get(reference);
  if (built !== undefined) return built;
  const verbs = new Map<string, Cue[]>();
  const nouns = new Map<string, Cue[]>();
  const add = (map: Map<string, Cue[]>, cue: Cue) => {
    const cues = map.get(cue.head);
    if (cues === undefined) map.set(cue.head, [cue]);
    else cues.push(cue);
  };
  for (const {type, verbs: written, nouns: writtenNouns} of reference.codebook) {
    for (const words of written) {
      const parts = words.split(" ");
      const negated = parts[0] === "not";
      const [head = "", ...rest] = negated ? parts.slice(1) : parts;
      const places = rest.map((place) => place.split("|"));
      for (const one of head.split("|"))
        add(verbs, {type, head: one, rest: places, negated, words, noun: false});
    }
    for (const words of writtenNouns) {
      const parts = words.split(" ");
      const head = parts.at(-1) ?? "";
      const rest = parts.slice(0, -1).map((place) => place.split("|"));
      add(nouns, {type, head, rest, negated: false, words, noun: true});
    }
  }
  for (const map of [verbs, nouns])
    for (const cues of map.values())
      cues.sort((a, b) => weight(b) - weight(a) || (a.words < b.words ? -1 : 1));
  const compiled = {
    verbs,
    nouns,
    quadOf: new Map(reference.codebook.map(({type, quad}) => [type, quad])),
    symmetric: new Set(
      reference.codebook.flatMap(({type, symmetric}) => (symmetric ? [type] : [])),
    ),
  };
  known.set(reference, compiled);
  return compiled;
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

/** Words that a cue needs: the more, the more certain; a small word counts half. */
export function weight(cue: Cue): number {
  const alone = cue.negated ? 2 : 1;
  if (cue.rest.length === 0) return alone;
  return cue.rest.reduce((sum, place) => sum + (isParticlePlace(place) ? 0.5 : 1), alone);
}
