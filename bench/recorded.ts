import {readFileSync, writeFileSync} from "node:fs";
import {type BenchName, type BenchResult, benches} from "./benches.ts";

const file = new URL("recorded.json", import.meta.url);

/** Accuracy figures as they last stood, by bench. */
export type Recorded = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function readRecorded(): Recorded {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Writes the accuracy figures of these results over the recorded ones; benches that did not run keep theirs. */
export function recordAccuracy(results: readonly BenchResult[]): void {
  const fresh = results.map(({bench, figures}) => [
    bench,
    Object.fromEntries(
      Object.keys(benches[bench as BenchName].accuracy).map((name) => [name, figures[name]]),
    ),
  ]);
  const all = {...readRecorded(), ...Object.fromEntries(fresh)};
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

/** Where a result is worse than what was recorded, one line each. Rounding in the last digits is no loss. */
export function lossesOf({bench, figures}: BenchResult, recorded: Recorded): string[] {
  return Object.entries(benches[bench as BenchName].accuracy).flatMap(([name, better]) => {
    const before = recorded[bench]?.[name];
    const now = figures[name];
    if (before === undefined) return [`${bench}.${name} was never recorded: run \`npm run bench\``];
    if (now === undefined) return [`${bench}.${name} is no longer measured`];
    const lost = better === "higher" ? before - now : now - before;
    return lost > rounding(before) ? [`${bench}.${name} was ${before}, is ${now}`] : [];
  });
}

/** Sums in another order may differ by this much and no more: relative, with room for errors near zero. */
function rounding(value: number): number {
  return 1e-9 + 1e-6 * Math.abs(value);
}
