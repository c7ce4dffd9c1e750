import {writeFileSync} from "node:fs";
import {brotliCompressSync, constants} from "node:zlib";
import {type LinearModel, packModel} from "../src/coding/scoring/linear-model.ts";
import {weightsPath} from "../src/sources/index.ts";
import type {TrainedModel} from "../src/world/index.ts";

/** Packed by Brotli as small as it goes. The same bytes give the same bytes. */
export function packed(bytes: Uint8Array): Uint8Array {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, {params});
}

/** Writes the weights of a model where the coder reads them. */
export function writeWeights(model: TrainedModel, bytes: Uint8Array): void {
  writeFileSync(weightsPath(model), packed(bytes));
}

/** The same of a linear model, and says how large it is. */
export function writeModel(name: TrainedModel, model: LinearModel): void {
  const bytes = packModel(model);
  writeWeights(name, bytes);
  process.stdout.write(`${name}: ${model.fingerprints.length} features, ${bytes.length} bytes\n`);
}
