import {existsSync, readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readRecorded} from "../../../bench/recorded.ts";
import {codeArticle, isExperimental, languageCoder, measuredF1} from "../../../src/coding/index.ts";
import {type CodedEvent, codedLanguages, isGap} from "../../../src/world/index.ts";
import {readText} from "../../reading/capture-text.ts";
import {reference} from "../../sources/real-reference.ts";

const input = "test/input/articles-in-languages";
const output = "test/output/articles-in-languages";
const articles = readdirSync(input).sort();
const or = (parties: readonly string[]) => parties.join("+") || "-";

/** One line an event. */
function line({type, mode, sources, targets, when, evidence}: CodedEvent): string {
  const day = isGap(when) ? "-" : when;
  return `${type} ${mode} ${or(sources)}>${or(targets)} ${day} | ${evidence.quote}`;
}

/** Lines of a golden file: "right" and "wrong" are coded, "missed" is true and is not. */
function golden(name: string) {
  const file = `${output}/${name}`;
  const lines = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  return lines
    .filter((one) => one !== "")
    .map((one) => ({
      verdict: one.slice(0, one.indexOf(" ")),
      event: one.slice(one.indexOf(" ") + 1),
    }));
}

describe("written articles, read by a person", () => {
  it.each(articles)("%s", (name) => {
    const article = readText(readFileSync(`${input}/${name}`, "utf8"));
    const coded = codeArticle(article, reference).map(line);
    const told = golden(name);
    expect(article.language).toBe(name.slice(0, 2));
    expect(coded).toEqual(told.filter(({verdict}) => verdict !== "missed").map(({event}) => event));
    for (const {verdict} of told) expect(["right", "wrong", "missed"]).toContain(verdict);
  });
});

describe("a language below its floor", () => {
  it("is known by what was measured", () => {
    const recorded = readRecorded()["languages-coder"] ?? {};
    for (const language of codedLanguages)
      expect(measuredF1[language]).toBeCloseTo(recorded[`${language}:eventF1`] ?? Number.NaN, 2);
  });

  it("says so in the coder's name and in the reasons of every event", () => {
    for (const name of articles) {
      const article = readText(readFileSync(`${input}/${name}`, "utf8"));
      for (const {coder, because} of codeArticle(article, reference)) {
        const language = codedLanguages.find((one) => one === article.language);
        const marked = language !== undefined && isExperimental(language);
        expect(coder.id.endsWith("-experimental")).toBe(marked);
        expect(because[0]?.startsWith("experimental")).toBe(marked);
      }
    }
  });
});

describe("a coder of a language", () => {
  it("reads what a pronoun stands for from the sentence before", () => {
    const coder = languageCoder("id", reference);
    expect(coder?.read("Ia mengecam Israel.", "TUR")?.sources).toEqual(["TUR"]);
  });

  it("is none for English and for a language that is not coded", () => {
    expect(languageCoder("en", reference)).toBeNull();
    expect(languageCoder("fr", reference)).toBeNull();
  });
});
