import {autocorrelationTime, changePoints} from "../src/math/index.ts";
import type {BenchResult} from "./benches.ts";
import {poissonPelt} from "./poisson-pelt.ts";
import {type SimulatedSeries, type SimulatedWorld, simulatedWatch} from "./simulated-watch.ts";

/** Six years of months, of which the last is the watch-year; two states, four powers, two kinds: sixteen series. */
const months: SimulatedWorld = {states: 2, powers: 4, periods: 72, rho: 0.5, sd: 0.3, size: 6};
const watched = 12;

/** Says in each month of the watch-year whether a series is announced to have changed lately. */
type Watcher = (watch: readonly SimulatedSeries[]) => readonly (readonly boolean[])[];

const monthsWatched = Array.from({length: watched}, (_, at) => months.periods - watched + at);

const ours: Watcher = (watch) => {
  const logs = watch.map(({counts, world}) =>
    counts.map((count, t) => Math.log((count + 0.5) / (world[t] as number))),
  );
  const worth = 1 / autocorrelationTime(logs);
  return watch.map(({counts, world, expected}) => {
    const options = {recent: 12, least: Math.log(1.5), worth};
    const [byWorld, byMargins] = [world, expected].map((exposure) =>
      changePoints({counts, exposure}, options),
    );
    return monthsWatched.map((t) => {
      const up = Math.min(byWorld?.risen[t] ?? 0, byMargins?.risen[t] ?? 0);
      const down = Math.min(byWorld?.fallen[t] ?? 0, byMargins?.fallen[t] ?? 0);
      return Math.max(up, down) >= 0.9;
    });
  });
};
