import {expect, it} from "vitest";
import {readCorpus} from "../../bench/corpus-sentences.ts";
import {trainSides} from "../../scripts/train-sides.ts";
import {readReference} from "../../src/cli/house.ts";
import {packModel} from "../../src/coding/scoring/linear-model.ts";
import type {TrainedModel} from "../../src/world/index.ts";

// The other weights take minutes; these hang on the same sentences and rules, and so tell for all that a training was forgotten.
it("the weights that rank sides are what their script makes of the sentences, to the byte", () => {
  const rows = readCorpus("train").filter(({type}) => type !== "NONE");
  const reference = readReference();
  for (const [name, model] of Object.entries(trainSides(rows, reference)))
    expect(
      Buffer.from(packModel(model)).equals(reference.weightsOf(name as TrainedModel)),
      name,
    ).toBe(true);
});
