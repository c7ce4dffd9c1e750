import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";

export interface StandardDraws {
  /** A standard normal number (Box & Muller 1958). */
  normal(): number;
  /** A number in [0, 1). */
  uniform(): number;
}

/** A stream of random numbers that is the same for the same seed, on every machine. */
export function standardDraws(seed: number): StandardDraws {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  return {
    uniform,
    normal: () => {
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      return radius * Math.cos(2 * Math.PI * uniform());
    },
  };
}
