import {
  type NormalStream,
  normalStream,
  quickLogNormalCdf,
  quickLogNormalMass,
} from "../../math/index.ts";
import {seatPriors} from "./seat-priors.ts";
import type {VoteTable} from "./vote-table.ts";

/** One chain: each sweep draws everything once more. */
export interface IdealPointChain {
  sweep(): void;
  /** Points of the seats as last drawn: mean 0, standard deviation 1. The same array throughout. */
  readonly points: Float64Array;
}

/** Where states are put at first, so that the West ends on the right: high. */
const firstPoints: Readonly<Record<string, number>> = {
  USA: 3,
  GBR: 3,
  CAN: 3,
  ISR: 3,
  RUS: -2,
  DDR: -2,
};
/** Standard deviation of a proposed cutpoint's step (Johnson & Albert 1999, p. 135: 0.2 over the number of choices). */
const step = 0.2 / 3;
/** Cutpoints stay within so far of zero, points within so far of it before they are standardised. */
const cutpointBound = 7;
const pointBound = 5;

/**
 * The one-dimensional dynamic ordinal probit of Bailey, Strezhnev & Voeten (2017, Journal of Conflict Resolution 61(2),
 * 430-456), drawn as their program does. On vote v the seat c leans z = β_v·θ_c + ε; below the cutpoint γ1_v it votes yes,
 * above γ2_v no, between them it abstains. A sweep draws, in this order:
 *
 *     θ   normal: the votes' precision Σβ² and the prior's, whose mean is that of the neighbouring session in the sweep
 *         before; then standardised over all seats
 *     γ   Metropolis, from truncated normals, the leanings summed out; flat prior
 *     z   normal, between the cutpoints of the choice made
 *     β   normal, prior variance 1
 *
 * The prior of θ looks back only, and to a mean instead of a draw: so it was published, and it is not quite the posterior
 * of a random walk. The same table and seed give the same draws.
 */
export function idealPointChain(table: VoteTable, seed: number): IdealPointChain {
  const {seats, votes, starts, seatOf} = table;
  const random = normalStream(seed);
  const {neighbour, precision: priorPrecision} = seatPriors(seats);
  const points = new Float64Array(seats.length);
  const means = Float64Array.from(seats, ({state}) => firstPoints[state] ?? 0);
  const before = new Float64Array(seats.length);
  /** Σβ² and Σβz of each seat. */
  const squares = new Float64Array(seats.length);
  const pulls = new Float64Array(seats.length);

  const {slopes, firstCuts, secondCuts} = firstVotes(table);
  let largest = 0;
  for (let v = 0; v < votes.length; v++)
    largest = Math.max(largest, (starts[3 * v + 3] as number) - (starts[3 * v] as number));
  /** θ, β·θ and z of the choices on one vote. */
  const chosen = new Float64Array(largest);
  const fits = new Float64Array(largest);
  const leanings = new Float64Array(largest);

  function drawPoints(): void {
    before.set(means);
    let sum = 0;
    let sumOfSquares = 0;
    for (let c = 0; c < points.length; c++) {
      const near = neighbour[c] as number;
      const prior = priorPrecision[c] as number;
      const precision = prior + (squares[c] as number);
      const prompted = near < 0 ? 0 : prior * (before[near] as number);
      const mean = (prompted + (pulls[c] as number)) / precision;
      means[c] = mean;
      const drawn = mean + random.normal() / Math.sqrt(precision);
      const point = Math.max(-pointBound, Math.min(pointBound, drawn));
      points[c] = point;
      sum += point;
      sumOfSquares += point * point;
    }
    const n = points.length;
    const middle = sum / n;
    const spread = Math.sqrt((sumOfSquares - n * middle * middle) / (n - 1));
    for (let c = 0; c < n; c++) points[c] = ((points[c] as number) - middle) / spread;
  }

  /** Slope and leanings of one vote become what they say of the seats. */
  function pullSeats(v: number, slope: number): void {
    const from = starts[3 * v] as number;
    const to = starts[3 * v + 3] as number;
    for (let i = from; i < to; i++) {
      const c = seatOf[i] as number;
      squares[c] = (squares[c] as number) + slope * slope;
      pulls[c] = (pulls[c] as number) + slope * (leanings[i - from] as number);
    }
  }

  /** Draws the leanings of a vote's choices around their fits. */
  function drawLeanings(v: number): void {
    const from = starts[3 * v] as number;
    const abstained = (starts[3 * v + 1] as number) - from;
    const opposed = (starts[3 * v + 2] as number) - from;
    const all = (starts[3 * v + 3] as number) - from;
    const first = firstCuts[v] as number;
    const second = secondCuts[v] as number;
    for (let i = 0; i < abstained; i++) {
      const fit = fits[i] as number;
      leanings[i] = fit + random.normalBelow(first - fit);
    }
    for (let i = abstained; i < opposed; i++) {
      const fit = fits[i] as number;
      leanings[i] = fit + random.normalBetween(first - fit, second - fit);
    }
    for (let i = opposed; i < all; i++) {
      const fit = fits[i] as number;
      leanings[i] = fit - random.normalBelow(fit - second);
    }
  }

  /** log likelihood of a vote's choices with one pair of cutpoints, less that with another. */
  function gain(v: number, first: number, second: number): number {
    const from = starts[3 * v] as number;
    const abstained = (starts[3 * v + 1] as number) - from;
    const opposed = (starts[3 * v + 2] as number) - from;
    const all = (starts[3 * v + 3] as number) - from;
    const oldFirst = firstCuts[v] as number;
    const oldSecond = secondCuts[v] as number;
    let sum = 0;
    for (let i = 0; i < abstained; i++) {
      const fit = fits[i] as number;
      sum += quickLogNormalCdf(first - fit) - quickLogNormalCdf(oldFirst - fit);
    }
    for (let i = abstained; i < opposed; i++) {
      const fit = fits[i] as number;
      sum +=
        quickLogNormalMass(first - fit, second - fit) -
        quickLogNormalMass(oldFirst - fit, oldSecond - fit);
    }
    for (let i = opposed; i < all; i++) {
      const fit = fits[i] as number;
      sum += quickLogNormalCdf(fit - second) - quickLogNormalCdf(fit - oldSecond);
    }
    return sum;
  }

  function drawCutpoints(v: number): void {
    const oldFirst = firstCuts[v] as number;
    const oldSecond = secondCuts[v] as number;
    const {first, second, hastings} = proposeCutpoints(random, oldFirst, oldSecond);
    if (Math.log(random.uniform()) >= hastings + gain(v, first, second)) return;
    firstCuts[v] = first;
    secondCuts[v] = second;
  }

  function drawVote(v: number): void {
    const from = starts[3 * v] as number;
    const all = (starts[3 * v + 3] as number) - from;
    const slope = slopes[v] as number;
    for (let i = 0; i < all; i++) {
      const point = points[seatOf[from + i] as number] as number;
      chosen[i] = point;
      fits[i] = slope * point;
    }
    drawCutpoints(v);
    drawLeanings(v);
    let squared = 1;
    let crossed = 0;
    for (let i = 0; i < all; i++) {
      const point = chosen[i] as number;
      squared += point * point;
      crossed += point * (leanings[i] as number);
    }
    const drawn = crossed / squared + random.normal() / Math.sqrt(squared);
    slopes[v] = drawn;
    pullSeats(v, drawn);
  }

  for (let v = 0; v < votes.length; v++) {
    drawLeanings(v);
    pullSeats(v, slopes[v] as number);
  }
  return {
    points,
    sweep: () => {
      drawPoints();
      squares.fill(0);
      pulls.fill(0);
      for (let v = 0; v < votes.length; v++) drawVote(v);
    },
  };
}

/**
 * Both cutpoints of a vote from truncated normals around the old ones, the first below the old second, the second above
 * the new first (Johnson & Albert 1999, p. 136), and what makes up for the way there being likelier than the way back.
 */
function proposeCutpoints(random: NormalStream, oldFirst: number, oldSecond: number) {
  const first =
    oldFirst +
    step * random.normalBetween((-cutpointBound - oldFirst) / step, (oldSecond - oldFirst) / step);
  const second =
    oldSecond +
    step * random.normalBetween((first - oldSecond) / step, (cutpointBound - oldSecond) / step);
  const there =
    quickLogNormalMass((-cutpointBound - oldFirst) / step, (oldSecond - oldFirst) / step) +
    quickLogNormalMass((first - oldSecond) / step, (cutpointBound - oldSecond) / step);
  const back =
    quickLogNormalMass((-cutpointBound - first) / step, (second - first) / step) +
    quickLogNormalMass((oldFirst - second) / step, (cutpointBound - second) / step);
  return {first, second, hastings: there - back};
}

/**
 * Where votes begin: the slope is 1 where the United States were further towards no than the Soviet Union, −1 where
 * nearer to yes; the cutpoints lie between −1 and 1 as the choices' shares do.
 */
function firstVotes({seats, votes, starts, seatOf}: VoteTable) {
  const slopes = new Float64Array(votes.length);
  const firstCuts = new Float64Array(votes.length);
  const secondCuts = new Float64Array(votes.length);
  for (let v = 0; v < votes.length; v++) {
    const bounds = [0, 1, 2, 3].map((choice) => starts[3 * v + choice] as number);
    const [from = 0, abstained = 0, opposed = 0, to = 0] = bounds;
    firstCuts[v] = -1 + (2 * (abstained - from)) / (to - from);
    secondCuts[v] = -1 + (2 * (opposed - from)) / (to - from);
    const chosen: Record<string, number> = {};
    for (let i = from; i < to; i++) {
      const state = seats[seatOf[i] as number]?.state ?? "";
      chosen[state] ??= i < abstained ? 1 : i < opposed ? 2 : 3;
    }
    const {USA: west, RUS: east} = chosen;
    if (west !== undefined && east !== undefined) slopes[v] = Math.sign(west - east);
  }
  return {slopes, firstCuts, secondCuts};
}
