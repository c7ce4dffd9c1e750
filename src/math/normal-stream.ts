import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";

/** Random numbers for samplers that want a thousand million of them. */
export interface NormalStream {
  /** A number in (0, 1). */
  uniform(): number;
  /** A standard normal number. */
  normal(): number;
  /** A standard normal number that is below a bound. */
  normalBelow(bound: number): number;
  /** A standard normal number between two bounds. */
  normalBetween(low: number, high: number): number;
}

/** Layers of the ziggurat, where its tail begins, and the area of each layer (Doornik 2005, table 1). */
const layers = 128;
const tailFrom = 3.442619855899;
const layerArea = 9.91256303526217e-3;

const {edges, ratios} = ziggurat();

/** Right edges of the layers from the widest inwards, and how much of each lies wholly under the curve. */
function ziggurat() {
  const edges = new Float64Array(layers + 1);
  edges[0] = layerArea / Math.exp(-0.5 * tailFrom * tailFrom);
  edges[1] = tailFrom;
  for (let i = 2; i < layers; i++) {
    const x = edges[i - 1] as number;
    edges[i] = Math.sqrt(-2 * Math.log(layerArea / x + Math.exp(-0.5 * x * x)));
  }
  const ratios = Float64Array.from({length: layers}, (_, i) => {
    return (edges[i + 1] as number) / (edges[i] as number);
  });
  return {edges, ratios};
}

/** Beyond this bound a normal number falls too seldom to wait for; the exponential of Robert (1995) is quicker. */
const farOut = 1.25;

/**
 * A stream that is the same for the same seed. Normal numbers by the ziggurat (Marsaglia & Tsang 2000, with the
 * independent bits of Doornik 2005), of 25 bits; truncated ones by rejection from whichever of the normal, the uniform and
 * the shifted exponential fits (Robert 1995, Statistics and Computing 5, 121-125).
 */
export function normalStream(seed: number): NormalStream {
  const generator = xoroshiro128plus(seed);

  const uniform = () => ((generator.next() >>> 0) + 0.5) * 2 ** -32;

  function normal(): number {
    for (;;) {
      const bits = generator.next();
      const layer = bits >>> 25;
      const along = ((bits << 7) >> 7) * 2 ** -24;
      const edge = edges[layer] as number;
      if (Math.abs(along) < (ratios[layer] as number)) return along * edge;
      if (layer === 0) return along < 0 ? -tail() : tail();
      const x = along * edge;
      const next = edges[layer + 1] as number;
      const outer = Math.exp(-0.5 * (edge * edge - x * x));
      const inner = Math.exp(-0.5 * (next * next - x * x));
      if (inner + uniform() * (outer - inner) < 1) return x;
    }
  }

  /** Beyond the last layer (Marsaglia 1964). */
  function tail(): number {
    for (;;) {
      const x = -Math.log(uniform()) / tailFrom;
      if (-2 * Math.log(uniform()) > x * x) return tailFrom + x;
    }
  }

  function normalBelow(bound: number): number {
    if (bound < -farOut) return -farAbove(-bound);
    let x = normal();
    while (x >= bound) x = normal();
    return x;
  }

  function farAbove(bound: number): number {
    const rate = 0.5 * (bound + Math.sqrt(bound * bound + 4));
    for (;;) {
      const x = bound - Math.log(uniform()) / rate;
      const off = x - rate;
      if (uniform() < Math.exp(-0.5 * off * off)) return x;
    }
  }

  function normalBetween(low: number, high: number): number {
    if (high < 0) return -normalBetween(-high, -low);
    const width = high - low;
    const mode = Math.max(0, low);
    // Where the density falls by less than e² over the interval, uniform numbers are taken often enough.
    if (width * (mode + 0.5 * width) < 2) {
      for (;;) {
        const x = low + uniform() * width;
        if (uniform() < Math.exp(0.5 * (mode * mode - x * x))) return x;
      }
    }
    for (;;) {
      const x = -normalBelow(-low);
      if (x < high) return x;
    }
  }

  return {uniform, normal, normalBelow, normalBetween};
}
