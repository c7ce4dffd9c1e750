import {readFileSync, writeFileSync} from "node:fs";
import {type BenchName, type BenchResult, benches} from "./benches.ts";

const file = new URL("recorded.json", import.meta.url);

/** What a bench gave, and the day on which it did. */
export interface RecordedResult extends BenchResult {
  readonly measuredOn: string;
}

/** Figures as they last stood, by bench. */
export type Recorded = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The last result of every bench that ever ran here, in the order of the benches. */
export function readResults(): readonly RecordedResult[] {
  const kept: Readonly<Record<string, RecordedResult>> = JSON.parse(readFileSync(file, "utf8"));
  return Object.keys(benches).flatMap((name) => kept[name] ?? []);
}

export function readRecorded(): Recorded {
  return Object.fromEntries(readResults().map(({bench, figures}) => [bench, figures]));
}

/** Keeps a result in the place of the bench's last one; the others stay. */
export function recordResult(result: RecordedResult): void {
  const all = [...readResults().filter(({bench}) => bench !== result.bench), result];
  const named = Object.fromEntries(all.map((one) => [one.bench, one]));
  writeFileSync(file, `${JSON.stringify(named, null, 2)}\n`);
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
