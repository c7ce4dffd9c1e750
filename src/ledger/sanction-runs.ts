import type {SanctionYear, Sector} from "../world/index.ts";

/** Which of our sectors a kind of sanction falls on. */
export const sectorOf: Readonly<Record<SanctionYear["kinds"][number], Sector>> = {
  trade: "trade",
  financial: "trade",
  arms: "defence",
  military: "defence",
  travel: "diplomacy",
};

/** An unbroken run of years, upwards. */
export type Run = readonly [SanctionYear, ...SanctionYear[]];

/** Parts years that stand upwards where one is missing. */
export function runsOf(years: readonly SanctionYear[]): Run[] {
  const runs: [SanctionYear, ...SanctionYear[]][] = [];
  for (const one of years) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === one.year - 1) run.push(one);
    else runs.push([one]);
  }
  return runs;
}
