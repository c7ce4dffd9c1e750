import type {EventType, ModeWord} from "../../world/index.ts";
import type {CompiledBook} from "./compile-book.ts";
import {type Actor, findActors} from "./find-actors.ts";
import {grammarOf} from "./language-grammar.ts";
import {matchRows, type RowMatch} from "./match-rows.ts";
import {readTokens, type Token} from "./read-tokens.ts";

/** A sentence of another language than English, read but not yet judged. */
export interface ReadSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly actors: readonly Actor[];
  /** By token, the number of the actor that it belongs to, or −1. */
  readonly actorAt: readonly number[];
  readonly cues: readonly RowMatch<EventType | "NONE">[];
  readonly modes: readonly RowMatch<ModeWord>[];
  readonly verbal: (word: string) => boolean;
  /** Most words are capitalised. */
  readonly headline: boolean;
}

/** Longer sentences are lists or broken pages; what stands beyond is not read. */
export const longestRead = 2000;

export function readSentence(text: string, compiled: CompiledBook): ReadSentence {
  const tokens = readTokens(text.slice(0, longestRead), compiled.book.language);
  const actors = findActors(tokens, compiled);
  const actorAt = tokens.map(() => -1);
  for (const [number, {first, last}] of actors.entries()) actorAt.fill(number, first, last);
  const words = tokens.filter((token) => token.plain.length > 3 && /\p{L}/u.test(token.plain));
  const capitals = words.filter((token) => token.capital).length;
  return {
    text,
    tokens,
    actors,
    actorAt,
    cues: matchRows(tokens, compiled.cues),
    modes: matchRows(tokens, compiled.modes),
    verbal: grammarOf(compiled.book.language).verbal,
    headline: words.length > 2 && capitals > 0.6 * words.length,
  };
}
