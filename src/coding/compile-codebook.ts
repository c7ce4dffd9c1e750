import type {EventType, LongTable, Phrase, Quad, Reference} from "../world/index.ts";
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
  const built = knownAlone.get(reference) ?? compiled(reference, null);
  knownAlone.set(reference, built);
  return built;
}

function compiled({codebook}: Reference, phrases: LongTable<Phrase> | null): CompiledCodebook {
  const own = codebook.flatMap(({type, verbs, nouns}): Written[] => [
    ...verbs.map((words) => ({...ofCodebook, type, part: "verb", words}) as const),
    ...nouns.map((words) => ({...ofCodebook, type, part: "noun", words}) as const),
  ]);
  const wide = phrases === null ? noPhrases : phrasesByHead(phrases, own);
  const ofPart = (part: Phrase["part"]) =>
    cuesByHead(
      own.filter((one) => one.part === part),
      wide[part],
    );
  return {
    verbs: ofPart("verb"),
    nouns: ofPart("noun"),
    quadOf: new Map(codebook.map(({type, quad}) => [type, quad])),
    symmetric: new Set(codebook.flatMap(({type, symmetric}) => (symmetric ? [type] : []))),
  };
}

/** A phrase of one of the two books. */
type Written = Phrase & Pick<Cue, "book">;

/** The phrases of one head. */
type ByHead = (head: string) => readonly Written[];
const none: readonly Written[] = [];
const noPhrases = {verb: () => none, noun: () => none};

/** Where the phrases of the phrase book stand by part and head: a text needs few of them, so that no more is kept. */
function phrasesByHead(
  phrases: LongTable<Phrase>,
  own: readonly Written[],
): Readonly<Record<Phrase["part"], ByHead>> {
  const known = new Set(own.map(({words}) => words));
  const places = {verb: new Map<string, number[]>(), noun: new Map<string, number[]>()};
  for (let place = 0; place < phrases.length; place++) {
    const {part, words = ""} = phrases.cellsAt(place);
    if ((part !== "verb" && part !== "noun") || known.has(words)) continue;
    for (const head of partsOf({part, words, book: "phrases"}).heads)
      push(places[part], head, place);
  }
  const of = (part: Phrase["part"]) => (head: string) =>
    places[part].get(head)?.map((place) => ({...phrases.at(place), book: "phrases"}) as const) ??
    none;
  return {verb: of("verb"), noun: of("noun")};
}

function push<One>(lists: Map<string, One[]>, key: string, one: One): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}

function cuesByHead(own: readonly Written[], wide: ByHead): (head: string) => HeadCues | undefined {
  const written = new Map<string, Written[]>();
  for (const one of own) for (const head of partsOf(one).heads) push(written, head, one);
  const made = new Map<string, HeadCues>();
  return (head) => {
    const had = made.get(head);
    if (had !== undefined) return had;
    const [first, second] = [written.get(head) ?? none, wide(head)];
    // Most words of a text are the head of nothing.
    if (first.length + second.length === 0) return undefined;
    const cues = headCuesOf([...first, ...second].map((one) => cueOf(one, head)));
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
function partsOf({part, words, book}: Pick<Written, "part" | "words" | "book">) {
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
