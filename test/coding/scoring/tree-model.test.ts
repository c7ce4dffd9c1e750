import {describe, expect, it} from "vitest";
import {trainTreeModel} from "../../../src/coding/scoring/train-tree-model.ts";
import {chanceOf, loadTrees, packTrees} from "../../../src/coding/scoring/tree-model.ts";

const training = {trees: 40, rate: 0.2, l2: 1, leastCurvature: 1};

/** Two figures, of which neither alone tells anything: so where exactly one of them is high. */
const crossed = Array.from({length: 400}, (_, i) => {
  const told = Float64Array.of(i % 2, Math.floor(i / 2) % 2, (i * 7) % 11);
  return {told, isSo: (told[0] === 1) !== (told[1] === 1)};
});
const names = ["one", "other", "noise"];

describe("trees", () => {
  const model = trainTreeModel(crossed, names, training);

  it("learn what two figures mean together", () => {
    expect(chanceOf(model, Float64Array.of(1, 0, 3))).toBeGreaterThan(0.9);
    expect(chanceOf(model, Float64Array.of(0, 1, 3))).toBeGreaterThan(0.9);
    expect(chanceOf(model, Float64Array.of(1, 1, 3))).toBeLessThan(0.1);
    expect(chanceOf(model, Float64Array.of(0, 0, 3))).toBeLessThan(0.1);
  });

  it("are as sure as the share that is so, where nothing tells one from another", () => {
    const alike = Array.from({length: 100}, (_, i) => ({
      told: Float64Array.of(1, 1, 1),
      isSo: i % 4 === 0,
    }));
    const plain = trainTreeModel(alike, names, training);
    expect(chanceOf(plain, Float64Array.of(1, 1, 1))).toBeCloseTo(0.25, 3);
  });

  it("count an example as often as its weight says", () => {
    const told = Float64Array.of(0, 0, 0);
    const weighed = [
      {told, isSo: true, weight: 3},
      {told, isSo: false, weight: 1},
    ];
    expect(chanceOf(trainTreeModel(weighed, names, training), told)).toBeCloseTo(0.75, 3);
  });

  it("come out the same to the byte from the same examples, and say the same once read again", () => {
    const bytes = packTrees(model);
    expect(Buffer.compare(bytes, packTrees(trainTreeModel(crossed, names, training)))).toBe(0);
    const read = loadTrees(bytes);
    for (const {told} of crossed.slice(0, 20))
      expect(chanceOf(read, told)).toBe(chanceOf(model, told));
  });

  it("are refused where the file is cut, is another's, or asks for what it does not name", () => {
    const bytes = packTrees(model);
    expect(() => loadTrees(bytes.subarray(0, bytes.length - 1))).toThrow(/cut or changed/);
    expect(() => loadTrees(Uint8Array.of(1, 2, 3))).toThrow(/begins with DTM1/);
    expect(() => loadTrees(packTrees({...model, features: ["one"]}))).toThrow(/does not name/);
  });
});
