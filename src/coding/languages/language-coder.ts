import {
  type CodedLanguage,
  codedLanguages,
  type LanguageModel,
  languageModels,
  type PartyId,
  type Reference,
} from "../../world/index.ts";
import type {LinearModel} from "../scoring/linear-model.ts";
import {modelOf} from "../scoring/model-of.ts";
import {codeInLanguage, type ReadEvent} from "./code-in-language.ts";
import {type CompiledBook, compileBook} from "./compile-book.ts";

/** Reads sentences of one language. */
export interface LanguageCoder {
  readonly language: CodedLanguage;
  readonly compiled: CompiledBook;
  readonly read: (text: string, before?: PartyId | null) => ReadEvent | null;
}

const known = new WeakMap<Reference, Map<string, LanguageCoder>>();

/** The coder of a language, built once a reference; `null` for English and for languages in which nothing is coded. */
export function languageCoder(language: string, reference: Reference): LanguageCoder | null {
  const coded = codedLanguages.find((one) => one === language);
  if (coded === undefined) return null;
  const coders = known.get(reference) ?? new Map<string, LanguageCoder>();
  known.set(reference, coders);
  const built = coders.get(coded) ?? buildCoder(coded, reference);
  if (built !== null) coders.set(coded, built);
  return built;
}

function buildCoder(language: CodedLanguage, reference: Reference): LanguageCoder | null {
  const book = reference.languageOf(language);
  if (book === null) return null;
  const compiled = compileBook(book);
  const models = Object.fromEntries(
    languageModels.map((what) => [what, modelOf(reference, `${language}-${what}`)]),
  ) as Record<LanguageModel, LinearModel>;
  return {
    language,
    compiled,
    read: (text, before = null) => codeInLanguage(text, compiled, models, before),
  };
}
