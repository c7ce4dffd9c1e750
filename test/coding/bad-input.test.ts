import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {codeArticle, codeSentence} from "../../src/coding/index.ts";
import {reference} from "../sources/real-reference.ts";
import {buildArticle} from "./build-article.ts";

const coded = (text: string) =>
  codeSentence(text, reference).map(
    ({type, mode, sources, targets}) => `${type} ${mode} ${sources.join("+")}>${targets.join("+")}`,
  );

describe("what was never written for a reader does no harm", () => {
  const megabyte = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));

  it.each([
    ["one letter", megabyte("a")],
    ["one capital", megabyte("A")],
    ["one digit", megabyte("7")],
    ["spaces", megabyte(" ")],
    ["commas", megabyte(",")],
    ["a name", megabyte("Norway ")],
    ["a sentence without a stop", megabyte("Norway praised Ghana and then ")],
    ["numbers with units", megabyte("two hundred and six million tonnes, $5bn, ")],
    ["places", megabyte("in the Upper Bank Of ")],
    ["times", megabyte("by early March of next year before ")],
    ["open quotation marks", megabyte("“said ")],
  ])("a megabyte of %s is read as far as a sentence goes", (_, text) => {
    for (const event of codeSentence(text, reference))
      for (const {start, end} of event.detail.parts) expect(end).toBeGreaterThan(start);
    codeArticle(buildArticle([{text}], {published: "2025-05-14"}), reference);
  });

  it.each([
    ["nothing", ""],
    ["no verb", "Norway, Ghana, fish."],
    ["emoji alone", "🇳🇴🤝🇬🇭 🎉🎉"],
    ["right to left", "رحبت النرويج بغانا يوم الاثنين"],
    ["control signs", "\u0000\u0007\u202e\u2066"],
    ["lone surrogates", "\ud800 \udfff"],
  ])("%s tells nothing", (_, text) => {
    expect(coded(text)).toEqual([]);
  });

  it.each([
    ["all capitals", "NORWAY EXPELS TWO GHANAIAN DIPLOMATS"],
    ["emoji between", "🚨 Norway expels two Ghanaian diplomats 🚨"],
    ["right-to-left words between", "Norway expels two Ghanaian diplomats (دبلوماسيان)"],
    ["another script between", "Norway (Норвегия, 挪威) expels two Ghanaian diplomats."],
    ["markup left in", "<p>Norway <b>expels</b> two Ghanaian diplomats.</p>"],
  ])("%s does not hide who did what to whom", (_, text) => {
    expect(coded(text)).toEqual(["SANCTION done NOR>GHA"]);
  });

  it("any mixture of signs and names gives events with parts inside their passage", () => {
    const piece = fc.oneof(
      fc.string({unit: "binary", maxLength: 12}),
      fc.constantFrom(
        " Norway ",
        " attacked ",
        " Ghana ",
        " in March ",
        " $5bn ",
        " said that ",
        " will not ",
        "<b>",
        "\u202e",
        "👩‍🚀",
        ". ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 24}), (pieces) => {
        const text = pieces.join("");
        const article = buildArticle([{text}], {published: "2025-05-14"});
        for (const {parts, evidence} of codeArticle(article, reference))
          for (const {start, end} of parts) {
            expect(start).toBeGreaterThanOrEqual(evidence.start);
            expect(end).toBeLessThanOrEqual(evidence.end);
            expect(end).toBeGreaterThan(start);
          }
      }),
      {numRuns: 200},
    );
  });
});
