import {autocorrelationTime} from "../src/math/index.ts";
import {announcedFrom, movedLately} from "../src/measures/moved-lately.ts";
import type {BenchResult} from "./benches.ts";
import {poissonPelt} from "./poisson-pelt.ts";
import {type SimulatedSeries, type SimulatedWorld, simulatedWatch} from "./simulated-watch.ts";

/** Six years of months, of which the last is the watch-year; two states, four powers, two kinds: sixteen series. */
const months: SimulatedWorld = {states: 2, powers: 4, periods: 72, rho: 0.5, sd: 0.3, size: 6};
/** A change within so many months is lately; the one that is put in comes that long before the end, less a quarter. */
const recent = 12;
const changeAfter = months.periods - 9;
const calmWatches = 60;
const changedWatches = 32;
const factors = [1.5, 2, 3, 5] as const;

/** Whether, looked at with what was known in month t, a series is announced to have changed lately. */
type Watcher = (
  watch: readonly SimulatedSeries[],
) => (series: SimulatedSeries) => readonly boolean[];

const watchYear = Array.from({length: recent}, (_, at) => months.periods - recent + at);

const ours: Watcher = (watch) => {
  const logs = watch.map(({counts, expected}) =>
    counts.map((count, t) => Math.log((count + 0.5) / (expected[t] as number))),
  );
  const worth = 1 / autocorrelationTime(logs);
  return ({counts, world, expected}) => {
    const {risen, fallen} = movedLately({counts, world, margins: expected}, {recent, worth});
    return watchYear.map((t) => Math.max(risen[t] as number, fallen[t] as number) >= announcedFrom);
  };
};

const pelt: Watcher = () => (series) =>
  watchYear.map((t) => {
    const [counts, world] = [series.counts.slice(0, t + 1), series.world.slice(0, t + 1)];
    return poissonPelt(counts, world).some((after) => after >= t - recent);
  });

/** A month more than three standard deviations from the mean rate of the three years before it. */
const zScore: Watcher = () => (series) => {
  const rates = series.counts.map((count, t) => count / (series.world[t] as number));
  return watchYear.map((t) => {
    const before = rates.slice(t - 36, t);
    const mean = before.reduce((sum, one) => sum + one, 0) / before.length;
    const spread = before.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (before.length - 1);
    return Math.abs((rates[t] as number) - mean) > 3 * Math.sqrt(spread);
  });
};

/** Share of watch-years in which anything at all is announced though nothing changed. */
function falseAlarms(watcher: Watcher, world: SimulatedWorld): number {
  let alarms = 0;
  for (let run = 0; run < calmWatches; run++) {
    const watch = simulatedWatch(world, run);
    const look = watcher(watch);
    if (watch.some((series) => look(series).includes(true))) alarms += 1;
  }
  return alarms / calmWatches;
}

/** Share of changes by a factor that are announced within the nine months after them. */
function power(watcher: Watcher, factor: number): number {
  let found = 0;
  for (let run = 0; run < changedWatches; run++) {
    const at = run % 16;
    const change = {series: at, after: changeAfter, factor};
    const watch = simulatedWatch({...months, change}, 1000 + run);
    const series = watch[at] as SimulatedSeries;
    const seen = watcher(watch)(series);
    if (seen.some((one, month) => one && (watchYear[month] as number) >= changeAfter)) found += 1;
  }
  return found / changedWatches;
}

/**
 * Whether a change of level is announced on made-up watches: the press grows and sways, sources come and go, engagement
 * hangs together from month to month. False alarms are told per watch-year, with twelve looks at sixteen series; power
 * by how much the level changed. The floors are what is usually done.
 */
export async function run(_options: {data: string}): Promise<BenchResult> {
  const restless = {...months, rho: 0.8, sd: 0.4};
  return {
    bench: "change",
    figures: {
      falseAlarmsPerWatchYear: falseAlarms(ours, months),
      falseAlarmsRestless: falseAlarms(ours, restless),
      ...Object.fromEntries(
        factors.map((factor) => [`power${String(factor).replace(".", "_")}`, power(ours, factor)]),
      ),
    },
    floors: {
      "falseAlarmsPerWatchYear Poisson PELT": falseAlarms(pelt, months),
      "falseAlarmsPerWatchYear z-score": falseAlarms(zScore, months),
      "falseAlarmsRestless Poisson PELT": falseAlarms(pelt, restless),
      "falseAlarmsRestless z-score": falseAlarms(zScore, restless),
      "power2 Poisson PELT": power(pelt, 2),
      "power2 z-score": power(zScore, 2),
    },
    peers: {},
    n: calmWatches,
  };
}
