import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {compileBook} from "../../../src/coding/languages/compile-book.ts";
import {malayRoots} from "../../../src/coding/languages/malay-roots.ts";
import {readSentence} from "../../../src/coding/languages/read-sentence.ts";
import {type CodedLanguage, codedLanguages} from "../../../src/world/index.ts";
import {reference} from "../../sources/real-reference.ts";

const bookOf = (language: CodedLanguage) => {
  const book = reference.languageOf(language);
  if (book === null) throw new Error(`there is no book of ${language}`);
  return compileBook(book);
};
const partiesOf = (text: string, language: CodedLanguage) =>
  readSentence(text, bookOf(language)).actors.map(({parties}) => parties.join("+"));

describe("a Malay word is known by what it is made of", () => {
  it.each([
    ["menolak", "tolak"],
    ["penolakan", "tolak"],
    ["memukul", "pukul"],
    ["menyerang", "serang"],
    ["mengirimkan", "kirim"],
    ["ditandatangani", "tandatangan"],
    ["kesepakatan", "sepakat"],
  ])("%s is of %s", (word, root) => expect(malayRoots(word)).toContain(root));

  it("is itself first, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        expect(malayRoots(word)[0]).toBe(word);
      }),
    );
  });
});

describe("who is spoken of", () => {
  it("a ministry belongs to the state behind it, and else to the state at home", () => {
    expect(partiesOf("Kementerian Luar Negeri Singapura menjawab.", "id")).toEqual(["SGP"]);
    expect(partiesOf("Kementerian Luar Negeri menjawab.", "id")).toEqual(["IDN"]);
  });

  it("names joined by “and” are one actor, names after a mere comma are two", () => {
    expect(partiesOf("Indonesia, Malaysia dan Thailand sepakat.", "id")).toEqual(["IDN+MYS+THA"]);
    expect(partiesOf("Bagi menakutkan Tokyo, Beijing bertindak.", "ms")).toEqual(["JPN", "CHN"]);
  });

  it("Brussels is the European Union's seat", () => {
    expect(partiesOf("Brussels mengugut Beijing.", "ms")).toEqual(["EU", "CHN"]);
    expect(partiesOf("Брюссель пригрозил Пекину.", "ru")).toEqual(["EU", "CHN"]);
  });

  it("money is no state, and a province in the west is not the West", () => {
    expect(partiesOf("Hibah 500 juta dolar AS cair.", "id")).toEqual([]);
    expect(partiesOf("Jalan di Kalimantan Barat rusak.", "id")).toEqual(["IDN"]);
  });

  it("Russian names are met in their cases, with “ё” or without", () => {
    expect(partiesOf("Встреча с Эрдоганом в Анкаре.", "ru")).toEqual(["TUR", "TUR"]);
    expect(partiesOf("Российские военные ушли.", "ru")).toEqual(["RUS"]);
  });
});

describe("every language", () => {
  it.each(codedLanguages)("%s names only parties that the reference knows", (language) => {
    const known = new Set([
      ...reference.states.map(({code}) => code),
      ...reference.blocs.map(({id}) => id),
    ]);
    const unknown = bookOf(language).book.names.filter(({party}) => !known.has(party));
    expect(unknown).toEqual([]);
  });

  it.each(codedLanguages)("%s reads no further than a page of one sentence", (language) => {
    const tokens = (text: string) => readSentence(text, bookOf(language)).tokens;
    for (const mark of ["a", ".", "-", "я", "\u{1f600}"])
      expect(tokens(mark.repeat(1_000_000))).toEqual(tokens(mark.repeat(2000)));
  });
});
