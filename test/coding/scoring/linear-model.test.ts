import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fingerprint} from "../../../src/coding/scoring/fingerprint.ts";
import {
  type LinearModel,
  loadModel,
  movedMost,
  packModel,
  probabilities,
  sumsOf,
} from "../../../src/coding/scoring/linear-model.ts";
import {type Example, trainLinearModel} from "../../../src/coding/scoring/train-linear-model.ts";

const example = (label: string, ...words: string[]): Example => ({
  label,
  features: new Map(words.map((word) => [word, 1])),
});
const examples = [
  example("peace", "sign", "treaty"),
  example("peace", "sign", "accord"),
  example("war", "shell", "town"),
  example("war", "shell", "port"),
];
const classes = ["peace", "war"];
const training = {epochs: 20, rate: 0.1, l2: 0.1, leastCount: 1, seed: 7};
const train = (seed = 7) => trainLinearModel(examples, classes, {...training, seed});
const askedOf = (model: LinearModel, words: readonly string[]) =>
  probabilities(model, sumsOf(model, example("", ...words).features));
const likeliest = (...words: string[]) => {
  const found = askedOf(train(), words);
  return classes[found.indexOf(Math.max(...found))];
};

describe("a linear model", () => {
  it("learns what speaks for a class, and knows it beside words that it never met", () => {
    expect(likeliest("sign", "protocol")).toBe("peace");
    expect(likeliest("shell", "village")).toBe("war");
  });

  it("gives probabilities, whatever it is asked", () => {
    const model = train();
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        const found = askedOf(model, words);
        expect(found.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
        for (const one of found) expect(one).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is the same to the byte each time that it is trained, and another with another seed", () => {
    expect(packModel(train())).toEqual(packModel(train()));
    expect(packModel(train(8))).not.toEqual(packModel(train()));
  });

  it("names the features that moved a class, the strongest first, and none that spoke against it", () => {
    const {features} = example("", "sign", "shell", "treaty");
    const moved = movedMost(train(), features, "peace", 5);
    expect(moved.map(({feature}) => feature)).toEqual(["sign", "treaty"]);
  });

  it("leaves out what was met too seldom", () => {
    const model = trainLinearModel(examples, classes, {...training, leastCount: 2});
    expect([...model.fingerprints]).not.toContain(fingerprint("accord"));
    expect([...model.fingerprints]).toContain(fingerprint("sign"));
  });
});

describe("a model as bytes", () => {
  const bytes = packModel(train());

  it("comes back as it was", () => {
    expect(packModel(loadModel(bytes))).toEqual(bytes);
    expect(loadModel(bytes)).toEqual(train());
  });

  it("is read from the middle of other bytes, and from a Buffer", () => {
    expect(loadModel(Buffer.from(bytes))).toEqual(train());
    const more = new Uint8Array(bytes.length + 9);
    more.set(bytes, 3);
    expect(loadModel(more.subarray(3, 3 + bytes.length))).toEqual(train());
  });

  it("is refused where it is cut, lengthened, or another thing", () => {
    expect(() => loadModel(bytes.subarray(0, -1))).toThrow(/cut or changed/);
    expect(() => loadModel(new Uint8Array([...bytes, 0]))).toThrow(/cut or changed/);
    expect(() => loadModel(new TextEncoder().encode("a model of trains"))).toThrow(/DLM1/);
    expect(() => loadModel(new Uint8Array())).toThrow(/DLM1/);
  });
});
