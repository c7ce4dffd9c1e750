import {framed, refuseCut, unframed} from "./framed-model.ts";

/**
 * Trees of three levels whose leaves are added up to log odds (gradient boosting: Friedman 2001). It sees a few dozen figures
 * of one thing, and what two or three of them mean together.
 */
export interface TreeModel {
  /** What it is told, by place. */
  readonly features: readonly string[];
  /** Log odds before any tree. */
  readonly start: number;
  /** Seven a tree, the root first, the two below each split at 2i + 1 and 2i + 2: which feature is asked. */
  readonly asked: Uint8Array;
  /** From this value on the right branch is taken. */
  readonly thresholds: Float32Array;
  /** Eight a tree, from left to right. */
  readonly leaves: Float32Array;
}

export const splitsOfTree = 7;
export const leavesOfTree = 8;

/** The probability that what is told is so. */
export function chanceOf(model: TreeModel, told: Float64Array): number {
  return 1 / (1 + Math.exp(-oddsOf(model, told)));
}

/** Log odds of the same. */
export function oddsOf({start, asked, thresholds, leaves}: TreeModel, told: Float64Array): number {
  let sum = start;
  let leaf = 0;
  for (let root = 0; root < asked.length; root += splitsOfTree) {
    // Three levels, written out: a way is weighed by hundreds of trees.
    let at = isRight(asked, thresholds, root, told) ? 2 : 1;
    at = 2 * at + (isRight(asked, thresholds, root + at, told) ? 2 : 1);
    at = 2 * at + (isRight(asked, thresholds, root + at, told) ? 2 : 1);
    sum += leaves[leaf + at - splitsOfTree] as number;
    leaf += leavesOfTree;
  }
  return sum;
}

const isRight = (asked: Uint8Array, thresholds: Float32Array, at: number, told: Float64Array) =>
  (told[asked[at] as number] as number) >= (thresholds[at] as number);

const mark = "DTM1";
const what = "a model of trees";

/** A model as bytes: framed by "DTM1", by tree its features (uint8 each), then all thresholds and leaves (float32, little-endian). */
export function packTrees({features, start, asked, thresholds, leaves}: TreeModel): Uint8Array {
  const body = new Uint8Array(asked.length + 4 * (thresholds.length + leaves.length));
  const view = new DataView(body.buffer);
  body.set(asked);
  [...thresholds, ...leaves].forEach((one, i) => {
    view.setFloat32(asked.length + 4 * i, one, true);
  });
  return framed(mark, {features, start, trees: leaves.length / leavesOfTree}, body);
}

/** @throws Error where the bytes are no such model, or not as many as their head says: a fault of ours, or a broken file. */
export function loadTrees(bytes: Uint8Array): TreeModel {
  const {head, body} = unframed(bytes, mark, what);
  const {features, start, trees} = headOf(head as Partial<Head>);
  const splits = trees * splitsOfTree;
  refuseCut(body, splits * 5 + trees * leavesOfTree * 4, what);
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const floats = (offset: number, length: number) =>
    Float32Array.from({length}, (_, i) => view.getFloat32(offset + 4 * i, true));
  // Not by `slice`: that of a Buffer shares its memory.
  const asked = new Uint8Array(body.subarray(0, splits));
  if (asked.some((one) => one >= features.length))
    throw new Error("a model of trees asks for a feature that it does not name");
  return {
    features,
    start,
    asked,
    thresholds: floats(splits, splits),
    leaves: floats(splits * 5, trees * leavesOfTree),
  };
}

interface Head {
  readonly features: readonly string[];
  readonly start: number;
  readonly trees: number;
}

function headOf({features, start, trees}: Partial<Head>): Head {
  const sound =
    Array.isArray(features) && typeof start === "number" && Number.isInteger(trees) && trees !== 0;
  if (!sound) throw new Error("the head of a model of trees names no features or trees");
  return {features, start, trees: trees as number};
}
