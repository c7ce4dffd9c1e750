import {describe, expect, it} from "vitest";
import {compileCodebook} from "../../src/coding/compile-codebook.ts";
import {findMentions} from "../../src/coding/find-mentions.ts";
import {matchCues} from "../../src/coding/match-cues.ts";
import {partySentence} from "../../src/coding/read-candidates.ts";
import {ruleSides} from "../../src/coding/rule-sides.ts";
import type {Phrase, Reference} from "../../src/world/index.ts";
import {tableOf} from "../reference/table-of.ts";
import {reference} from "../sources/real-reference.ts";

const phrase = (written: Partial<Phrase> & Pick<Phrase, "type" | "words">): Phrase => ({
  part: "verb",
  turned: false,
  ...written,
});

/** A reference with a phrase book of its own. */
const withPhrases = (...phrases: readonly Phrase[]): Reference => ({
  ...reference,
  phraseBook: () => tableOf(phrases),
});

function read(text: string, known: Reference) {
  const sentence = partySentence(text, findMentions(text, known), [], null);
  return {sentence, ...matchCues(sentence, compileCodebook(known))};
}

const typesIn = (text: string, known: Reference) => read(text, known).cues.map(({cue}) => cue.type);

describe("a phrase of the phrase book", () => {
  it("tells its type where the codebook has no cue", () => {
    const known = withPhrases(phrase({type: "ACCUSE", words: "take exception"}));
    expect(typesIn("Thailand took strong exception to the report.", withPhrases())).toEqual([]);
    expect(typesIn("Thailand took strong exception to the report.", known)).toEqual(["ACCUSE"]);
  });

  it("leaves to the codebook what the codebook has", () => {
    const known = withPhrases(phrase({type: "SUPPORT", words: "attack"}));
    expect(typesIn("Russia attacked Ukraine.", known)).toEqual(["ASSAULT"]);
  });

  it("that tells of no dealing takes the place of a shorter cue that would", () => {
    const known = withPhrases(phrase({type: "NONE", words: "strike chord|note"}));
    const text = "The song struck a chord in Japan.";
    expect(typesIn(text, withPhrases())).toEqual(["ASSAULT"]);
    expect(read(text, known)).toMatchObject({
      cues: [],
      idle: [{cue: {words: "strike chord|note"}}],
    });
  });

  it("never stands in the way of a cue as long as itself", () => {
    const known = withPhrases(phrase({type: "NONE", words: "strike city|shore"}));
    expect(typesIn("Russian missiles struck a city in Ukraine.", known)).toContain("ASSAULT");
  });

  it("may be turned: who is named behind it acts on who is named before it", () => {
    const known = withPhrases(phrase({type: "ACCUSE", words: "irk", turned: true}));
    const {sentence, cues} = read("Japan irked China.", known);
    const {sources, targets} = ruleSides(sentence, cues[0] as (typeof cues)[number]);
    expect([sources?.parties, targets?.parties]).toEqual([["CHN"], ["JPN"]]);
  });

  it("of a noun ends in it, or goes on behind a preposition", () => {
    const known = withPhrases(
      phrase({type: "COERCE", part: "noun", words: "gag order"}),
      phrase({type: "SANCTION", part: "noun", words: "freeze on asset"}),
    );
    expect(typesIn("Iran's gag order for editors", known)).toEqual(["COERCE"]);
    expect(typesIn("Swiss freeze on all Iranian assets", known)).toEqual(["SANCTION"]);
  });
});
