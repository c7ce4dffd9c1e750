import {readReference, readWatch, today} from "../src/cli/house.ts";
import {type GridPosterior, quantile, seedOf, standardDraws} from "../src/math/index.ts";
import type {Count} from "../src/measures/engagement-grid.ts";
import {countOf, engagementsOf, type Habit, habitOf} from "../src/measures/engagement-of.ts";
import {watchedPairs} from "../src/measures/index.ts";
import {indexPairEvents} from "../src/measures/index-pair-events.ts";
import {planTracking} from "../src/measures/sectors/plan-tracking.ts";
import {trackGroup} from "../src/measures/sectors/track-group.ts";
import type {BenchResult} from "./benches.ts";
import {withCarriedLedger} from "./carried-ledger.ts";
import {simulatedPairs} from "./simulated-pairs.ts";
import {negativeBinomial} from "./simulated-watch.ts";

/** Every so many periods one is held out. */
const every = 5;
const isHeldOut = (pair: number, period: number) => (pair + period) % every === every - 1;

const share = (held: readonly boolean[]) => held.filter(Boolean).length / held.length;

/** Months made up by the model itself, and whether the band of a month holds the true engagement. */
function simulatedMonths() {
  const pairs = simulatedPairs({pairs: 48, periods: 120, rho: 0.9, size: 4, seed: 17});
  const months = 120;
  const [seen, expected] = [0, 0].map(() => new Float64Array(pairs.length * months)) as [
    Float64Array,
    Float64Array,
  ];
  for (const [pair, periods] of pairs.entries())
    for (const [month, {count}] of periods.entries()) {
      seen[month * pairs.length + pair] = count.seen;
      expected[month * pairs.length + pair] = isHeldOut(pair, month) ? 0 : count.expected;
    }
  const groups = pairs.map(() => "made");
  const {tasks, join} = planTracking({firstMonth: 2001 * 12, months, groups, seen, expected}, null);
  const {low, high} = join(tasks.map(trackGroup));
  const inside = {heldOut: [] as boolean[], shown: [] as boolean[]};
  for (const [pair, periods] of pairs.entries())
    for (const [month, {x}] of periods.entries()) {
      const at = month * pairs.length + pair;
      const holds = (low[at] as number) <= x && x <= (high[at] as number);
      (isHeldOut(pair, month) ? inside.heldOut : inside.shown).push(holds);
    }
  return {heldOut: share(inside.heldOut), shown: share(inside.shown), n: inside.heldOut.length};
}

const draws = 400;

/** A size of the habit, each as often as it is likely. */
function drawnSize(habit: Habit, uniform: number): number {
  let left = uniform;
  for (const {size, weight} of habit) {
    left -= weight;
    if (left <= 0) return size;
  }
  return habit.at(-1)?.size ?? Number.NaN;
}

/** Whether a count lies in the middle 90 % of what the posterior and the habit let come about. */
function foreseen(count: NonNullable<Count>, posterior: GridPosterior, habit: Habit, seed: number) {
  const random = standardDraws(seed);
  const drawn = Float64Array.from({length: draws}, () => {
    const mean = count.expected * Math.exp(posterior.quantile(random.uniform()));
    return negativeBinomial(mean, drawnSize(habit, random.uniform()), random);
  }).sort();
  return quantile(drawn, 0.05) <= count.seen && count.seen <= quantile(drawn, 0.95);
}

/** Years of real pairs (ICEWS 2002-2014): whether a count that was held out lies where its neighbours let expect it. */
async function realYears() {
  const reference = readReference();
  const watch = readWatch("watches/asean.yaml", reference);
  return withCarriedLedger(reference, async (ledger) => {
    const book = await ledger.readFacts(watch, reference, today());
    const pairs = watchedPairs(watch, reference).filter(({partner}) => partner.kind === "state");
    const {years, of} = indexPairEvents(book, watch.states);
    const counts = pairs.map((pair) => years.map((year) => countOf(of(pair, year), "cooperation")));
    const shown = counts.map((one, pair) =>
      one.map((count, at) => (isHeldOut(pair, at) ? null : count)),
    );
    const habit = habitOf(shown);
    const ours: boolean[] = [];
    const naive: boolean[] = [];
    for (const [pair, one] of counts.entries()) {
      const engagements = engagementsOf(shown[pair] ?? [], habit);
      for (const [at, count] of one.entries()) {
        const posterior = engagements[at];
        const before = one[at - 1];
        if (!isHeldOut(pair, at) || count === null || posterior === undefined) continue;
        ours.push(foreseen(count, posterior, habit, seedOf("foreseen", pair, at)));
        // Last year's count, give or take Poisson's law.
        if (before !== null && before !== undefined)
          naive.push(Math.abs(count.seen - before.seen) <= 1.645 * Math.sqrt(2 * before.seen + 1));
      }
    }
    return {ours: share(ours), naive: share(naive), n: ours.length};
  });
}

/**
 * Whether bands of 90 % hold 90 %: of true engagement in months of simulated pairs, held out and shown; and of real counts in
 * years that were held out, beside last year's count with Poisson's error.
 */
export async function run(_options: {data: string}): Promise<BenchResult> {
  const made = simulatedMonths();
  const real = await realYears();
  return {
    bench: "engagement-bands",
    figures: {
      simulatedHeldOutMonths: made.heldOut,
      simulatedShownMonths: made.shown,
      realHeldOutYears: real.ours,
    },
    floors: {"realHeldOutYears last-year-and-Poisson": real.naive},
    peers: {},
    n: made.n + real.n,
  };
}
