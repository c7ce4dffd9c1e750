import {type CodedLanguage, codedLanguages, type LanguageBook} from "../world/index.ts";
import {readTsv, readYamlEntry, type TextDisk} from "./read-table.ts";
import {languageBook, languageNameRow} from "./reference-schemas.ts";

/**
 * Reads the book of a language when it is first asked for: a command that reads English alone pays nothing. A name in the table may
 * be a stem with endings, "Афганистан/,а,у,ом,е"; each is a name of its own.
 */
export function languageReader(
  disk: TextDisk,
  root: string,
): (language: string) => LanguageBook | null {
  const known = new Map<string, LanguageBook>();
  return (language) => {
    if (!isCoded(language)) return null;
    const read = known.get(language);
    if (read !== undefined) return read;
    const folder = "reference/languages";
    const lexicon = readYamlEntry(disk, root, `${folder}/${language}.yaml`, languageBook);
    if (lexicon.language !== language)
      throw new Error(`${folder}/${language}.yaml is of the language ${lexicon.language}`);
    const names = readTsv(disk, root, `${folder}/${language}-names.tsv`, languageNameRow);
    const book = {
      ...lexicon,
      names: names.flatMap(({name, party, kind}) =>
        formsOf(name).map((form) => ({name: form, party, kind})),
      ),
    };
    known.set(language, book);
    return book;
  };
}

function isCoded(language: string): language is CodedLanguage {
  return (codedLanguages as readonly string[]).includes(language);
}

function formsOf(name: string): string[] {
  const [stem = "", endings] = name.split("/");
  return endings === undefined ? [stem] : endings.split(",").map((ending) => stem + ending);
}
