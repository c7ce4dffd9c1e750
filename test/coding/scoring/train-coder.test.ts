import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readCorpus} from "../../../bench/corpus-sentences.ts";
import {foundIn, givenPair} from "../../../bench/type-examples.ts";
import {loadModel, packModel} from "../../../src/coding/scoring/linear-model.ts";
import {linearScorer} from "../../../src/coding/scoring/linear-scorer.ts";
import {scoredTypes} from "../../../src/coding/scoring/scorer.ts";
import {trainLinearModel} from "../../../src/coding/scoring/train-linear-model.ts";
import {loadVectors} from "../../../src/coding/scoring/word-vectors.ts";
import {reference} from "../../sources/real-reference.ts";

const vectors = loadVectors(reference.weightsOf("words"));

describe("the weights of the coder", () => {
  it("come out the same to the byte from the same sentences", () => {
    const train = () => {
      const rows = readCorpus("train").filter((_, i) => i % 50 === 0);
      const examples = rows.flatMap((row) => [
        ...givenPair(row, reference, vectors),
        ...foundIn(row, reference, vectors),
      ]);
      expect(examples.length).toBeGreaterThan(150);
      const training = {epochs: 2, rate: 0.1, l2: 3, leastCount: 2, seed: 1};
      return packModel(trainLinearModel(examples, scoredTypes, training));
    };
    expect(Buffer.compare(train(), train())).toBe(0);
  });

  it("are the ones of which the corpus tells, and small", () => {
    const bytes = reference.weightsOf("type");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(readFileSync("corpus/README.md", "utf8")).toContain(sha256);
    expect(bytes.length + reference.weightsOf("words").length).toBeLessThan(5e6);
  });

  it("never come from what is held out", () => {
    expect(readCorpus("train").filter(({file}) => file.includes("held-out"))).toEqual([]);
    expect(readCorpus("held-out").length).toBeGreaterThan(1000);
  });

  it("are refused where they know other types than the codebook", () => {
    const model = loadModel(reference.weightsOf("type"));
    expect(() => linearScorer({...model, classes: ["PEACE", "WAR"]}, vectors)).toThrow(/train it/);
  });
});
