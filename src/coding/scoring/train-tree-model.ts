import {leavesOfTree, splitsOfTree, type TreeModel} from "./tree-model.ts";

/** One thing to learn from: what is told of it, by feature, and whether it is so. */
export interface TreeExample {
  readonly told: Float64Array;
  readonly isSo: boolean;
  /** How much it counts; 1 where nothing is said. */
  readonly weight?: number;
}

export interface TreeTraining {
  readonly trees: number;
  /** What is taken of each tree's step. */
  readonly rate: number;
  /** Added to the curvature of a leaf, so that few examples move it little. */
  readonly l2: number;
  /** Curvature that either branch of a split must have: a quarter of the weight of examples that are wholly open. */
  readonly leastCurvature: number;
}

/** Values of a feature are told apart in so many steps. */
const steps = 63;

/**
 * Fits trees one after the other to what those before leave open, by second-order steps (Chen & Guestrin 2016, equations 5
 * to 7) over features cut at quantiles. The same examples in the same order give the same bytes.
 */
export function trainTreeModel(
  examples: readonly TreeExample[],
  features: readonly string[],
  {trees, rate, l2, leastCurvature}: TreeTraining,
): TreeModel {
  const columns = features.map((_, feature) => binned(examples, feature));
  const weights = Float64Array.from(examples, ({weight}) => weight ?? 1);
  const truths = Float64Array.from(examples, ({isSo}) => (isSo ? 1 : 0));
  const share = sumOf(weights.map((one, i) => one * (truths[i] as number))) / sumOf(weights);
  const start = Number(Math.log(share / (1 - share)).toPrecision(7));
  const odds = new Float64Array(examples.length).fill(start);
  const model = {
    asked: new Uint8Array(trees * splitsOfTree),
    thresholds: new Float32Array(trees * splitsOfTree),
    leaves: new Float32Array(trees * leavesOfTree),
  };
  const slopes = new Float64Array(examples.length);
  const curves = new Float64Array(examples.length);
  for (let tree = 0; tree < trees; tree++) {
    for (let i = 0; i < odds.length; i++) {
      const chance = 1 / (1 + Math.exp(-(odds[i] as number)));
      slopes[i] = (weights[i] as number) * (chance - (truths[i] as number));
      curves[i] = (weights[i] as number) * chance * (1 - chance);
    }
    const nodes = new Uint8Array(examples.length);
    for (let node = 0; node < splitsOfTree; node++) {
      const split = bestSplit(columns, slopes, curves, nodes, node, {l2, leastCurvature});
      const at = tree * splitsOfTree + node;
      model.asked[at] = split?.feature ?? 0;
      model.thresholds[at] = split?.threshold ?? Number.POSITIVE_INFINITY;
      const bins = columns[split?.feature ?? 0]?.bins;
      for (let i = 0; i < nodes.length; i++)
        if (nodes[i] === node)
          nodes[i] = 2 * node + (split !== null && (bins?.[i] ?? 0) >= split.bin ? 2 : 1);
    }
    const leaves = leavesFor(nodes, slopes, curves, l2, rate);
    model.leaves.set(leaves, tree * leavesOfTree);
    for (let i = 0; i < odds.length; i++)
      odds[i] = (odds[i] as number) + (leaves[(nodes[i] as number) - splitsOfTree] as number);
  }
  return {features, start, ...model};
}

interface Column {
  /** By bin but the first, the least value that falls into it. */
  readonly edges: Float32Array;
  readonly bins: Uint8Array;
}

function binned(examples: readonly TreeExample[], feature: number): Column {
  const values = Float32Array.from(examples, ({told}) => told[feature] as number);
  const sorted = values.toSorted();
  const edges: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const edge = sorted[Math.floor((step * sorted.length) / (steps + 1))] as number;
    if (edge > (edges.at(-1) ?? (sorted[0] as number))) edges.push(edge);
  }
  // Rare values stand at the ends, past the last quantile.
  const highest = sorted.at(-1) as number;
  if (highest > (edges.at(-1) ?? (sorted[0] as number))) edges.push(highest);
  const binOf = (value: number) => {
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {edges: Float32Array.from(edges), bins: Uint8Array.from(values, binOf)};
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly threshold: number;
}

function bestSplit(
  columns: readonly Column[],
  slopes: Float64Array,
  curves: Float64Array,
  nodes: Uint8Array,
  node: number,
  {l2, leastCurvature}: Pick<TreeTraining, "l2" | "leastCurvature">,
): Split | null {
  const own: number[] = [];
  for (let i = 0; i < nodes.length; i++) if (nodes[i] === node) own.push(i);
  const gained = (slope: number, curve: number) => (slope * slope) / (curve + l2);
  let best: Split | null = null;
  let most = 1e-9;
  columns.forEach(({edges, bins}, feature) => {
    const slopeBy = new Float64Array(edges.length + 1);
    const curveBy = new Float64Array(edges.length + 1);
    for (const i of own) {
      const bin = bins[i] as number;
      slopeBy[bin] = (slopeBy[bin] as number) + (slopes[i] as number);
      curveBy[bin] = (curveBy[bin] as number) + (curves[i] as number);
    }
    const [slope, curve] = [sumOf(slopeBy), sumOf(curveBy)];
    let [left, leftCurve] = [0, 0];
    for (let bin = 1; bin <= edges.length; bin++) {
      left += slopeBy[bin - 1] as number;
      leftCurve += curveBy[bin - 1] as number;
      if (leftCurve < leastCurvature || curve - leftCurve < leastCurvature) continue;
      const gain =
        gained(left, leftCurve) + gained(slope - left, curve - leftCurve) - gained(slope, curve);
      if (gain <= most) continue;
      most = gain;
      best = {feature, bin, threshold: edges[bin - 1] as number};
    }
  });
  return best;
}

function leavesFor(
  nodes: Uint8Array,
  slopes: Float64Array,
  curves: Float64Array,
  l2: number,
  rate: number,
): Float32Array {
  const slopeBy = new Float64Array(leavesOfTree);
  const curveBy = new Float64Array(leavesOfTree);
  for (let i = 0; i < nodes.length; i++) {
    const leaf = (nodes[i] as number) - splitsOfTree;
    slopeBy[leaf] = (slopeBy[leaf] as number) + (slopes[i] as number);
    curveBy[leaf] = (curveBy[leaf] as number) + (curves[i] as number);
  }
  return Float32Array.from(
    slopeBy,
    (slope, leaf) => (-rate * slope) / ((curveBy[leaf] as number) + l2),
  );
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const one of values) sum += one;
  return sum;
}
