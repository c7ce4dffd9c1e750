import {describe, expect, it} from "vitest";
import {
  askAhead,
  chatScorer,
  codeArticle,
  codeSentence,
  type OutsideScorer,
  onnxScorer,
  scorerOf,
} from "../../../src/coding/index.ts";
import {marked} from "../../../src/coding/scoring/onnx-scorer.ts";
import {reference} from "../../sources/real-reference.ts";
import {buildArticle} from "../build-article.ts";

const text = "Norway expelled two Russian diplomats on Monday.";
const linear = scorerOf(reference);
const codeBy = (
  outside: OutsideScorer,
  calibration = null as {slope: number; shift: number} | null,
) =>
  askAhead(
    (scorer) => codeSentence(text, reference, null, [], scorer),
    linear,
    outside,
    calibration,
  );
const answering = (answer: unknown): OutsideScorer =>
  chatScorer("m", reference.codebook, async () => ({
    choices: [{message: {content: typeof answer === "string" ? answer : JSON.stringify(answer)}}],
  }));
const plain = codeSentence(text, reference);

describe("a model outside judges the readings that the rules find", () => {
  it("has the last word on the type, and says by which words", async () => {
    const {result, report} = await codeBy(
      answering({type: "PROTEST", probability: 0.9, quote: "expelled two"}),
    );
    expect(plain[0]?.type).not.toBe("PROTEST");
    expect(result[0]?.type).toBe("PROTEST");
    expect(result[0]?.because.join("\n")).toContain(
      "chat-m holds PROTEST 90 % likely by “expelled two”",
    );
    expect(result[0]?.because.join("\n")).toContain("not calibrated");
    expect(report).toMatchObject({id: "chat-m", malformed: 0, misquoted: 0});
  });

  it("where it says that there is no event, none is told", async () => {
    const {result} = await codeBy(answering({type: "NONE", probability: 0.95, quote: "expelled"}));
    expect(result).toEqual([]);
  });

  it("is as sure as its calibration says", async () => {
    const said = answering({type: "PROTEST", probability: 0.9, quote: "expelled"});
    const {result} = await codeBy(said, {slope: 0, shift: 0});
    expect(result[0]?.confidence).toBeCloseTo(0.5);
    expect(result[0]?.because.join("\n")).not.toContain("not calibrated");
  });

  it("an answer that quotes what is not in the sentence is dropped and counted", async () => {
    const {result, report} = await codeBy(
      answering({type: "PROTEST", probability: 1, quote: "declared war on"}),
    );
    expect(result).toEqual(plain);
    expect(report.misquoted).toBe(report.asked);
    expect(report.disagreements).toEqual([]);
  });

  it.each([
    ["words", "I think it is PROTEST"],
    ["a type that is none", {type: "WAR", probability: 0.9, quote: "expelled"}],
    ["a probability above one", {type: "PROTEST", probability: 7, quote: "expelled"}],
    ["no quote", {type: "PROTEST", probability: 0.9, quote: ""}],
    [
      "a field that was not asked for",
      {type: "PROTEST", probability: 0.9, quote: "expelled", do: "x"},
    ],
  ])("an answer of another form (%s) is dropped and counted", async (_, answer) => {
    const {result, report} = await codeBy(answering(answer));
    expect(result).toEqual(plain);
    expect(report.malformed).toBe(report.asked);
  });

  it("where it holds another type for likeliest than the linear scorer, both are told", async () => {
    const {report} = await codeBy(
      answering({type: "PROTEST", probability: 0.9, quote: "expelled"}),
    );
    expect(report.disagreements[0]).toMatchObject({
      question: {text},
      outside: {type: "PROTEST", probability: 0.9, quote: "expelled"},
    });
  });

  it("each reading is asked about once, however often the text says it", async () => {
    let asked = 0;
    const counting: OutsideScorer = {
      id: "counting",
      answer: async () => {
        asked++;
        return null;
      },
    };
    const article = buildArticle([{text}, {text}]);
    const {report} = await askAhead(
      (scorer) => codeArticle(article, reference, scorer),
      linear,
      counting,
      null,
    );
    expect(asked).toBe(report.asked);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(4);
  });

  it("is named in the coder of every event", async () => {
    const said = answering({type: "PROTEST", probability: 0.9, quote: "expelled"});
    const {result} = await askAhead(
      (scorer) => codeArticle(buildArticle([{text}]), reference, scorer),
      linear,
      said,
      null,
    );
    expect(result.map(({coder}) => coder.id)).toEqual(["rules-and-chat-m"]);
  });
});

describe("a classifier on this machine", () => {
  const classes = (shares: Record<string, number>) =>
    onnxScorer("small", async () =>
      Object.entries(shares).map(([label, score]) => ({label, score})),
    );

  it("is given the sentence with its parts in marks", () => {
    expect(
      marked({
        text: "Norway expelled Russians",
        source: {start: 0, end: 6},
        target: {start: 16, end: 24},
        event: {start: 7, end: 15},
      }),
    ).toBe("<s>Norway</s> <e>expelled</e> <t>Russians</t>");
  });

  it("tells types by its labels, in whatever case", async () => {
    const {result} = await codeBy(classes({protest: 0.8, NONE: 0.2}));
    expect(result[0]).toMatchObject({type: "PROTEST", confidence: 0.8});
  });

  it("is refused where a label is no type, with the labels that are", async () => {
    await expect(codeBy(classes({POSITIVE: 1}))).rejects.toThrow(/"POSITIVE", which is no type/);
  });

  it("shares of more than the whole are no answer", async () => {
    const {report} = await codeBy(classes({PROTEST: 0.9, ASSAULT: 0.9}));
    expect(report.malformed).toBe(report.asked);
  });
});
