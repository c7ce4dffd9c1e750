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
  const trees = leaves.length / leavesOfTree;
  for (let tree = 0; tree < trees; tree++)
    sum += leaves[
      tree * leavesOfTree + leafOf(asked, thresholds, tree * splitsOfTree, told)
    ] as number;
  return sum;
}

function leafOf(
  asked: Uint8Array,
  thresholds: Float32Array,
  from: number,
  told: Float64Array,
): number {
  let at = 0;
  while (at < splitsOfTree) {
    const value = told[asked[from + at] as number] as number;
    at = 2 * at + (value >= (thresholds[from + at] as number) ? 2 : 1);
  }
  return at - splitsOfTree;
}

const mark = "DTM1";

/**
 * A model as bytes: the mark "DTM1", the length of a JSON head (uint32), the head, then by tree its features (uint8 each),
 * thresholds and leaves (float32 each). All little-endian.
 */
export function packTrees({features, start, asked, thresholds, leaves}: TreeModel): Uint8Array {
  const trees = leaves.length / leavesOfTree;
  const head = new TextEncoder().encode(JSON.stringify({features, start, trees}));
  const bytes = new Uint8Array(
    8 + head.length + asked.length + 4 * (thresholds.length + leaves.length),
  );
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(mark));
  view.setUint32(4, head.length, true);
  bytes.set(head, 8);
  bytes.set(asked, 8 + head.length);
  let at = 8 + head.length + asked.length;
  for (const one of [...thresholds, ...leaves]) {
    view.setFloat32(at, one, true);
    at += 4;
  }
  return bytes;
}

/** @throws Error where the bytes are no such model, or not as many as their head says: a fault of ours, or a broken file. */
export function loadTrees(bytes: Uint8Array): TreeModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || new TextDecoder().decode(bytes.subarray(0, 4)) !== mark)
    throw new Error(
      `a model of trees begins with ${mark}; train it again with scripts/train-ways.ts`,
    );
  const from = 8 + view.getUint32(4, true);
  const {features, start, trees} = headOf(bytes.subarray(8, from));
  const splits = trees * splitsOfTree;
  const wanted = from + splits * 5 + trees * leavesOfTree * 4;
  if (bytes.length !== wanted)
    throw new Error(
      `a model of trees of ${wanted} bytes has ${bytes.length}: the file is cut or changed`,
    );
  const floats = (offset: number, length: number) =>
    Float32Array.from({length}, (_, i) => view.getFloat32(offset + 4 * i, true));
  // Not by `slice`: that of a Buffer shares its memory.
  const asked = new Uint8Array(bytes.subarray(from, from + splits));
  if (asked.some((one) => one >= features.length))
    throw new Error("a model of trees asks for a feature that it does not name");
  return {
    features,
    start,
    asked,
    thresholds: floats(from + splits, splits),
    leaves: floats(from + splits * 5, trees * leavesOfTree),
  };
}

interface Head {
  readonly features: readonly string[];
  readonly start: number;
  readonly trees: number;
}

function headOf(bytes: Uint8Array): Head {
  const {features, start, trees}: Partial<Head> = JSON.parse(new TextDecoder().decode(bytes));
  const sound =
    Array.isArray(features) && typeof start === "number" && Number.isInteger(trees) && trees !== 0;
  if (!sound) throw new Error("the head of a model of trees names no features or trees");
  return {features, start, trees: trees as number};
}
