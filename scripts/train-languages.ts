/**
 * Trains the models of Indonesian, Malay and Russian on the written sentences of `corpus/sentences` that are not held out, and writes
 * their weights to `reference/weights/`. The same sentences give the same bytes. `node --import tsx scripts/train-languages.ts`
 */
import {readCorpus} from "../bench/corpus-sentences.ts";
import {readReference} from "../src/cli/house.ts";
import {compileBook} from "../src/coding/languages/compile-book.ts";
import {languageExamples} from "../src/coding/languages/language-examples.ts";
import {siblings, trainLanguage} from "../src/coding/languages/train-language.ts";
import {type CodedLanguage, codedLanguages, languageModels} from "../src/world/index.ts";
import {writeModel} from "./write-weights.ts";

const reference = readReference();

function examplesOf(language: CodedLanguage) {
  const book = reference.languageOf(language);
  if (book === null) throw new Error(`there is no book of ${language}`);
  return languageExamples(readCorpus("train", language), compileBook(book));
}

for (const language of codedLanguages) {
  const sibling = siblings[language];
  const models = trainLanguage(
    language,
    examplesOf(language),
    sibling === undefined ? null : examplesOf(sibling),
  );
  for (const what of languageModels) writeModel(`${language}-${what}`, models[what]);
}
