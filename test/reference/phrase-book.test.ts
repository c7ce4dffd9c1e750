import {describe, expect, it} from "vitest";
import {eventTypes} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";

const phrases = reference.phraseBook();

describe("the phrase book", () => {
  it("has ways to tell every type, and many that tell of none", () => {
    const types = new Set(phrases.map(({type}) => type));
    expect(types).toEqual(new Set([...eventTypes, "NONE"]));
  });

  it("gives a phrase one type", () => {
    const met = phrases.map(({part, words}) => `${part} ${words}`);
    expect(met.filter((one, i) => met.indexOf(one) !== i)).toEqual([]);
  });

  it("turns acts alone", () => {
    expect(phrases.filter(({turned, type}) => turned && type === "NONE")).toEqual([]);
  });
});
