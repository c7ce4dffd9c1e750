import type {EventType, Phrase, Quad, Reference} from "../world/index.ts";
import type {Cue} from "./cue.ts";
import {type HeadCues, headCuesOf} from "./head-cues.ts";

export interface CompiledCodebook {
  /** Verb cues by head lemma. */
  readonly verbs: ReadonlyMap<string, HeadCues>;
  /** Noun cues by the word that the phrase is built round. */
  readonly nouns: ReadonlyMap<string, HeadCues>;
  readonly quadOf: ReadonlyMap<EventType, Quad>;
  readonly symmetric: ReadonlySet<EventType>;
}

const known = new WeakMap<Reference, CompiledCodebook>();
const knownAlone = new WeakMap<Reference, CompiledCodebook>();

/** Codebook and phrase book as maps from a head to its cues. Built once a reference. */
export function compileCodebook(reference: Reference): CompiledCodebook {
  const built = known.get(reference) ?? compiled(reference, reference.phraseBook());
  known.set(reference, built);
  return built;
}

/** The same without the phrase book. */
export function codebookAlone(reference: Reference): CompiledCodebook {
  const built = knownAlone.get(reference) ?? compiled(reference, []);
  knownAlone.set(reference, built);
  return built;
}

function compiled(reference: Reference, phrases: readonly Phrase[]): CompiledCodebook {
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
        add(verbs, {
          ...ofCodebook,
          type,
          head: one,
          rest: places,
          negated,
          words,
          noun: false,
          headFirst: true,
        });
    }
    for (const words of writtenNouns) {
      const parts = words.split(" ");
      const head = parts.at(-1) ?? "";
      const rest = parts.slice(0, -1).map((place) => place.split("|"));
      add(nouns, {
        ...ofCodebook,
        type,
        head,
        rest,
        negated: false,
        words,
        noun: true,
        headFirst: false,
      });
    }
  }
  const written = new Set([...verbs.values(), ...nouns.values()].flat().map(({words}) => words));
  for (const phrase of phrases)
    if (!written.has(phrase.words))
      for (const cue of cuesOf(phrase)) add(cue.noun ? nouns : verbs, cue);
  const byHead = (cues: ReadonlyMap<string, readonly Cue[]>) =>
    new Map([...cues].map(([head, own]) => [head, headCuesOf(own)]));
  return {
    verbs: byHead(verbs),
    nouns: byHead(nouns),
    quadOf: new Map(reference.codebook.map(({type, quad}) => [type, quad])),
    symmetric: new Set(
      reference.codebook.flatMap(({type, symmetric}) => (symmetric ? [type] : [])),
    ),
  };
}

const ofCodebook = {book: "codebook", idle: false, turned: false} as const;
/** Type of a cue that has none. */
const standIn: EventType = "COERCE";

/** A word that stands in no book, as a cue; its type is a stand-in where none is known. */
export function loneCue(head: string, type: EventType = standIn): Cue {
  return {
    ...ofCodebook,
    type,
    head,
    rest: [],
    negated: false,
    words: head,
    noun: false,
    headFirst: true,
  };
}

function cuesOf({type, part, words, turned}: Phrase): Cue[] {
  const parts = words.split(" ");
  const negated = parts[0] === "not";
  const places = (negated ? parts.slice(1) : parts).map((place) => place.split("|"));
  const noun = part === "noun";
  const headFirst = !noun || places.slice(1).some((place) => place.every(isPreposition));
  const heads = (headFirst ? places[0] : places.at(-1)) ?? [];
  const rest = headFirst ? places.slice(1) : places.slice(0, -1);
  const idle = type === "NONE";
  const own = {book: "phrases", idle, turned, type: idle ? standIn : type} as const;
  return heads.map((head) => ({...own, head, rest, negated, words, noun, headFirst}));
}

/** What a noun goes on with: "ban on protest", "swarm of drone". */
const isPreposition = (word: string) =>
  /^(?:about|against|at|between|by|for|from|in|of|on|over|to|with)$/.test(word);
