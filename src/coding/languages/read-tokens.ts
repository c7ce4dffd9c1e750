import type {CodedLanguage, Stretch} from "../../world/index.ts";
import {malayRoots} from "./malay-roots.ts";

/** A word or a mark of a sentence. */
export interface Token extends Stretch {
  readonly text: string;
  /** Lower-case, without accents; "ё" is "е". */
  readonly plain: string;
  /** What the word may be made of, itself first. */
  readonly roots: readonly string[];
  readonly capital: boolean;
}

const pieces = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu;

/** Words as they are looked up. */
export function plainWord(word: string, language: CodedLanguage): string {
  const lower = word.toLowerCase().replace("’", "'");
  return language === "ru"
    ? lower.replaceAll("ё", "е")
    : lower.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Cuts a sentence into words, numbers and marks; "kanak-kanak" is two words and a mark. */
export function readTokens(text: string, language: CodedLanguage): Token[] {
  return [...text.matchAll(pieces)].map(({0: word, index}) => {
    const plain = plainWord(word, language);
    return {
      text: word,
      start: index,
      end: index + word.length,
      plain,
      roots: language === "ru" ? [plain] : malayRoots(plain),
      capital: /^\p{Lu}/u.test(word),
    };
  });
}
