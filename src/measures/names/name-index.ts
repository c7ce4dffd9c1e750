import type {NameMatch, NameMatcher} from "./match-names.ts";
import {type NameSchema, nameSchemas, type ReadName} from "./read-name.ts";
import {skeletonOf} from "./sound-of.ts";

/** A name to be found, with whatever it leads to. */
export interface NamedEntry<Of> {
  readonly name: string;
  readonly schema: NameSchema;
  readonly of: Of;
}

export interface FoundName<Of> extends NameMatch {
  readonly entry: NamedEntry<Of>;
}

export interface NameIndex<Of> {
  /**
   * Entries of the schema, or of any for null, that score `least` or more, the likest first; of equals in the order in
   * which they were given.
   */
  readonly find: (name: string, schema: NameSchema | null, least: number) => FoundName<Of>[];
}

/**
 * Makes many names quick to search: only those are compared that share the beginning, or the first consonants, of a
 * telling word with the name asked for (blocking).
 */
export function indexNames<Of>(
  entries: readonly NamedEntry<Of>[],
  matcher: NameMatcher,
): NameIndex<Of> {
  const read = entries.map(({name, schema}) => matcher.read(name, schema));
  const byKey = new Map<string, number[]>();
  for (const [at, name] of read.entries())
    for (const key of new Set([...wordKeys(name).flat(), wholeKey(name)])) {
      const some = byKey.get(key);
      if (some === undefined) byKey.set(key, [at]);
      else some.push(at);
    }
  /** Entries that share a key with half of the telling words of the name, or begin as it does without its spaces. */
  const nearTo = (asked: ReadName): Set<number> => {
    const words = wordKeys(asked);
    const met = new Map<number, number>();
    for (const keys of words)
      for (const at of new Set(keys.flatMap((key) => byKey.get(key) ?? [])))
        met.set(at, (met.get(at) ?? 0) + 1);
    const near = new Set(byKey.get(wholeKey(asked)));
    for (const [at, count] of met) {
      const fewer = Math.min(words.length, read[at]?.tokens.length ?? 0);
      if (count * 2 >= fewer) near.add(at);
    }
    return near;
  };
  const findAs = (name: string, schema: NameSchema, least: number) => {
    const asked = matcher.read(name, schema);
    const near = nearTo(asked);
    return [...near].flatMap((at) => {
      const [entry, other] = [entries[at], read[at]];
      if (entry === undefined || other === undefined || entry.schema !== schema) return [];
      if (matcher.score(asked, other, schema) < least) return [];
      return [{at, entry, ...matcher.match(asked, other, schema)}];
    });
  };
  return {
    find: (name, schema, least) =>
      (schema === null ? nameSchemas : [schema])
        .flatMap((one) => findAs(name, one, least))
        .sort((a, b) => b.score - a.score || a.at - b.at)
        .map(({at: _, ...found}) => found),
  };
}

/** Letters of a word by which names are brought together. */
const keyLetters = 4;
/** Words that more than this share of the heaviest word weighs bring names together; "limited" does not. */
const heavyEnough = 0.62;

/** The keys of each telling word. */
function wordKeys({tokens}: ReadName): string[][] {
  const heaviest = Math.max(0, ...tokens.map(({weight}) => weight));
  const telling = tokens.filter(
    ({kind, weight}) => kind === "word" && weight >= heavyEnough * heaviest,
  );
  return (telling.length > 0 ? telling : tokens).map(({sound}) => [
    `b${sound.slice(0, keyLetters)}`,
    `k${skeletonOf(sound).slice(0, keyLetters)}`,
  ]);
}

/** Where words are written together, only the beginning of the whole is sure. */
const wholeKey = ({squeezed}: ReadName) => `w${squeezed.slice(0, 2 * keyLetters)}`;
