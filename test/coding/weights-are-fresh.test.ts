import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {readCorpus} from "../../bench/corpus-sentences.ts";
import {trainSides} from "../../scripts/train-sides.ts";
import {readReference} from "../../src/cli/house.ts";
import {packModel} from "../../src/coding/scoring/linear-model.ts";

// The other weights take minutes; these hang on the same sentences and rules, and so tell for all that a training was forgotten.
it("the weights that rank sides are what their script makes of the sentences, to the byte", () => {
  const rows = readCorpus("train").filter(({type}) => type !== "NONE");
  for (const [name, model] of Object.entries(trainSides(rows, readReference())))
    expect(
      Buffer.from(packModel(model)).equals(readFileSync(`reference/weights/${name}.bin`)),
      name,
    ).toBe(true);
});
