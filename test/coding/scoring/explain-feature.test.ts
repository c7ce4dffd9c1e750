import {describe, expect, it} from "vitest";
import {explainFeature} from "../../../src/coding/scoring/explain-feature.ts";

describe("what moved a type is told in plain words", () => {
  it.each([
    ["g:after-s:signed", "“signed” after the source"],
    ["n:S sign", "the source “sign”"],
    ["v:source:condemn", "“condemn” as the source's verb"],
    ["v:source:passive:arrest", "“arrest” as the source's verb, passive"],
    ["p:target-before:against", "“against” right before the target"],
    ["e:led:could", "“could” leading up to the event"],
    ["r:cue:AID provide aid", "“provide aid” as a cue"],
    ["r:idle:2", "words that mostly tell of no dealing"],
  ])("%s: %s", (feature, words) => {
    expect(explainFeature(feature)).toBe(words);
  });
});
