import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {codeArticle, codeSentence} from "../../src/coding/index.ts";
import {reference} from "../sources/real-reference.ts";
import {buildArticle} from "./build-article.ts";

describe("no event is a real answer for", () => {
  it.each([
    ["sport", "Malaysia attack early and beat Vietnam in football friendly"],
    ["weather", "Typhoon strikes the Philippines, killing eight"],
    ["kitchen", "A Russian chef visits Bali's best restaurants"],
    ["stage", "Chinese singer launches Asian tour in Jakarta"],
    ["markets", "Japan shares fell after Wall Street losses"],
    ["a mishap", "Train crash in India kills twelve"],
    ["opinion", "Opinion: Europe must sanction Georgia now"],
    ["a question", "Will Russia attack Moldova?"],
    ["an explainer", "How China supports Laos"],
    ["a portrait", "Meet the new leader of Japan"],
    ["a state of things", "Kazakhstan is the largest producer of uranium."],
    ["nobody named", "The committee condemned the attack."],
    ["an empty line", ""],
    ["marks alone", "?!… — “”"],
  ])("%s: %s", (_, text) => {
    expect(codeSentence(text, reference)).toEqual([]);
  });
});

describe("bad input", () => {
  it("never throws and stays within the text", () => {
    const piece = fc.constantFrom(
      "Russia",
      "attacked",
      "talks",
      "between",
      "and",
      "Ukraine",
      "’s",
      "—",
      "\u202e",
      "😀",
      "<b>",
      "\n",
      "to",
      "not",
      "U.S.",
      "日本",
      "by",
      ",",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({maxLength: 6})), {maxLength: 40}),
        (parts) => {
          const text = parts.join(" ");
          for (const event of codeSentence(text, reference))
            for (const party of [...event.sources, ...event.targets])
              expect(event.reaches.some((one) => one.party === party)).toBe(true);
        },
      ),
      {numRuns: 300},
    );
  });

  it("reads a line of a hundred thousand words only as far as a sentence goes", () => {
    const long = `Russia attacked Ukraine ${"and on ".repeat(50_000)}`;
    expect(codeSentence(long, reference)[0]?.type).toBe("ASSAULT");
  });
});

describe("time grows with the text, whatever stands in it", () => {
  const times = 200_000;
  it.each([
    ["dots", "."],
    ["names", "Georgia "],
    ["initials", "A. "],
    ["marks of sport", "goal "],
    ["spaces", " "],
    ["new lines", "\n"],
    ["verbs", "attacked "],
  ])("%s without end are read to the end", (_, piece) => {
    const article = buildArticle([{text: piece.repeat(times)}]);
    expect(codeArticle(article, reference)).toEqual([]);
  });
});
