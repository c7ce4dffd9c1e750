import type {EventType, Phrase, Quad, Reference} from "../world/index.ts";
import {type Cue, cuePlace, weightOf} from "./cue.ts";
import {type HeadCues, headCuesOf} from "./head-cues.ts";

export interface CompiledCodebook {
  /** Verb cues by head lemma; put together when first asked for, as a text needs few of the heads. */
  readonly verbs: (head: string) => HeadCues | undefined;
  /** Noun cues by the word that the phrase is built round. */
  readonly nouns: (head: string) => HeadCues | undefined;
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
  const own = reference.codebook.flatMap(({type, verbs, nouns}): Written[] => [
    ...verbs.map((words) => ({...ofCodebook, type, part: "verb", words}) as const),
    ...nouns.map((words) => ({...ofCodebook, type, part: "noun", words}) as const),
  ]);
  const known = new Set(own.map(({words}) => words));
  const wide = phrases.flatMap((phrase): Written[] =>
    known.has(phrase.words) ? [] : [{...phrase, book: "phrases"}],
  );
  const all = [...own, ...wide];
  return {
    verbs: cuesByHead(all.filter(({part}) => part === "verb")),
    nouns: cuesByHead(all.filter(({part}) => part === "noun")),
    quadOf: new Map(reference.codebook.map(({type, quad}) => [type, quad])),
    symmetric: new Set(
      reference.codebook.flatMap(({type, symmetric}) => (symmetric ? [type] : [])),
    ),
  };
}

/** A phrase of one of the two books. */
type Written = Phrase & Pick<Cue, "book">;

function cuesByHead(all: readonly Written[]): (head: string) => HeadCues | undefined {
  const written = new Map<string, Written[]>();
  for (const one of all)
    for (const head of partsOf(one).heads) {
      const known = written.get(head);
      if (known === undefined) written.set(head, [one]);
      else known.push(one);
    }
  const made = new Map<string, HeadCues>();
  return (head) => {
    const own = written.get(head);
    if (own === undefined) return undefined;
    const cues = made.get(head) ?? headCuesOf(own.map((one) => cueOf(one, head)));
    made.set(head, cues);
    return cues;
  };
}

const ofCodebook = {book: "codebook", turned: false} as const;
/** Type of a cue that has none. */
const standIn: EventType = "COERCE";

/** A word that stands in no book, as a cue; its type is a stand-in where none is known. */
export function loneCue(head: string, type: EventType = standIn): Cue {
  return {
    ...ofCodebook,
    idle: false,
    type,
    head,
    rest: [],
    negated: false,
    words: head,
    noun: false,
    headFirst: true,
    weight: 1,
  };
}

function cueOf(written: Written, head: string): Cue {
  const {type, part, words, turned, book} = written;
  const {rest, negated, headFirst} = partsOf(written);
  const idle = type === "NONE";
  const noun = part === "noun";
  return {
    type: idle ? standIn : type,
    head,
    rest,
    negated,
    words,
    noun,
    headFirst,
    book,
    idle,
    turned,
    weight: weightOf({rest, negated}),
  };
}

/** What the words of a phrase are built round, and what stands with it. A noun of the codebook always stands last. */
function partsOf({part, words, book}: Written) {
  const parts = words.split(" ");
  const negated = parts[0] === "not";
  const places = (negated ? parts.slice(1) : parts).map((place) => place.split("|"));
  const goesOn = book === "phrases" && places.slice(1).some((place) => place.every(isPreposition));
  const headFirst = part === "verb" || goesOn;
  return {
    negated,
    headFirst,
    heads: (headFirst ? places[0] : places.at(-1)) ?? [],
    rest: (headFirst ? places.slice(1) : places.slice(0, -1)).map(cuePlace),
  };
}

/** What a noun goes on with: "ban on protest", "swarm of drone". */
const isPreposition = (word: string) =>
  /^(?:about|against|at|between|by|for|from|in|of|on|over|to|with)$/.test(word);
