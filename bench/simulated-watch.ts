import {seedOf, standardDraws} from "../src/math/index.ts";

/** How the months of a made-up watch come about. */
export interface SimulatedWorld {
  readonly states: number;
  readonly powers: number;
  readonly periods: number;
  /** Autocorrelation of a pair's log engagement from one period to the next, and its standard deviation. */
  readonly rho: number;
  readonly sd: number;
  /** Dispersion of the negative binomial. */
  readonly size: number;
  /** One series in which the level changes, by this factor, after this period. */
  readonly change?: {readonly series: number; readonly after: number; readonly factor: number};
}

/** What was counted of a pair, and what it may be held against. */
export interface SimulatedSeries {
  readonly counts: readonly number[];
  /** Events in the world. */
  readonly world: readonly number[];
  /** What both sides do with all others lets expect. */
  readonly expected: readonly number[];
}

/** Press sources at work; each writes more of some states than of others, and may begin late or end early. */
const sources = 8;

/**
 * Counts of a watch's pairs: the press grows and sways, sources come and go with preferences of their own, engagement is
 * autocorrelated, counts are negative binomial. Nothing changes but what `change` says.
 */
export function simulatedWatch(world: SimulatedWorld, seed: number): SimulatedSeries[] {
  const {states, powers, periods, rho, sd, size} = world;
  const random = standardDraws(seedOf("simulated watch", seed));
  const parties = states + powers;
  const press = Array.from({length: sources}, () => ({
    weight: Math.exp(0.8 * random.normal()),
    from: random.uniform() < 0.3 ? Math.floor(random.uniform() * periods) : 0,
    to: random.uniform() < 0.3 ? Math.floor(random.uniform() * periods) : periods,
    taste: Array.from({length: parties}, () => Math.exp(0.4 * random.normal())),
  }));
  // One source is always there, so that there is a world at all.
  press[0] = {...(press[0] as (typeof press)[number]), from: 0, to: periods};
  const growth = Math.log(1 + 2 * random.uniform()) / periods;
  let drift = 0;
  const volume = Array.from({length: periods}, (_, t) => {
    drift += 0.05 * random.normal();
    return Math.exp(growth * t + drift);
  });
  const covered = (t: number, of: (taste: readonly number[]) => number) =>
    press.reduce(
      (sum, {weight, from, to, taste}) => sum + (t >= from && t < to ? weight * of(taste) : 0),
      0,
    ) * (volume[t] as number);
  const all = Array.from({length: periods}, (_, t) => covered(t, () => 1));
  const series: SimulatedSeries[] = [];
  for (let state = 0; state < states; state++)
    for (let power = states; power < parties; power++)
      for (let kind = 0; kind < 2; kind++) {
        const base = Math.exp(1.5 + 2 * random.uniform());
        let x = sd * random.normal();
        const at = series.length;
        const counts = all.map((_, t) => {
          x = rho * x + Math.sqrt(1 - rho * rho) * sd * random.normal();
          const {change} = world;
          const moved = change?.series === at && t >= change.after ? change.factor : 1;
          const seen = covered(t, (taste) => (taste[state] as number) * (taste[power] as number));
          return negativeBinomial(
            (base * seen * moved * Math.exp(x)) / (all[0] as number),
            size,
            random,
          );
        });
        const expected = all.map((world, t) => {
          const side = (party: number) => covered(t, (taste) => taste[party] as number);
          return (side(state) * side(power)) / world;
        });
        series.push({counts, world: all, expected});
      }
  return series;
}

type Draws = ReturnType<typeof standardDraws>;

/** A draw with this mean and size. Gamma-mixed Poisson; the gamma by Marsaglia and Tsang 2000, large Poissons by their normal limit. */
export function negativeBinomial(mean: number, size: number, random: Draws): number {
  const rate = (mean * gamma(size, random)) / size;
  if (rate > 200) return Math.max(0, Math.round(rate + Math.sqrt(rate) * random.normal()));
  const bound = Math.exp(-rate);
  let [count, product] = [0, random.uniform()];
  while (product > bound) {
    count += 1;
    product *= random.uniform();
  }
  return count;
}

function gamma(shape: number, random: Draws): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = random.normal();
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v))
      return d * v;
  }
}
