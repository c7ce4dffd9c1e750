import {expect, it} from "vitest";
import {readCorpus, readWires} from "../../bench/corpus-sentences.ts";
import {trainPhrases} from "../../scripts/train-phrases.ts";
import {trainSides} from "../../scripts/train-sides.ts";
import {readReference} from "../../src/cli/house.ts";
import {packModel} from "../../src/coding/scoring/linear-model.ts";
import type {TrainedModel} from "../../src/world/index.ts";

// The other weights take minutes; these hang on the same sentences and rules, and so tell for all that a training was forgotten.
it("the weights that rank sides are what their scripts make of the sentences, to the byte", () => {
  const rows = readCorpus("train").filter(({type}) => type !== "NONE");
  const reference = readReference();
  const models = {
    sides: trainSides(rows, reference),
    ...trainPhrases(rows, readWires(), reference),
  };
  for (const [name, model] of Object.entries(models))
    expect(
      Buffer.from(packModel(model)).equals(reference.weightsOf(name as TrainedModel)),
      name,
    ).toBe(true);
});
