import {autocorrelationTime, type ChangePoints, changePoints} from "../math/index.ts";

/** The least that is called a change: half as much again, or a third less. Asking for twice as much cost half the power. */
export const leastRatio = 1.5;

/**
 * From this chance on a change is announced. Set on simulated watches of months with other seeds than those of
 * `bench -- change`: of 75 watch-years in which nothing changed two had a false alarm at this bar, and three at 0.9; of 32
 * levels that doubled it told five within nine months, of as many that tripled twenty. Months jump about so much that no
 * bar tells twofold changes surely: it is slow to speak.
 */
export const announcedFrom = 0.92;

/** Counts of a pair, and the two things that they may ride on. */
export interface RidingCounts {
  readonly counts: readonly number[];
  /** All events in the world: the press grows. */
  readonly world: readonly number[];
  /** What both sides do with all others: the press may look more at one of them, a source may come or go. */
  readonly margins: readonly number[];
}

/** Chances, by period and with what was known then, that the level lately rose or fell by at least `leastRatio`. */
export interface MovedLately {
  readonly byWorld: ChangePoints;
  readonly risen: Float64Array;
  readonly fallen: Float64Array;
}

/**
 * Whether the level of counts moved in the `recent` periods up to each. The smaller of two chances counts, one against
 * the world's volume and one against the margins: what shows against one alone is a change of coverage.
 */
export function movedLately(
  {counts, world, margins}: RidingCounts,
  {recent, worth}: {readonly recent: number; readonly worth: number},
): MovedLately {
  const options = {recent, worth, least: Math.log(leastRatio)};
  const byWorld = changePoints({counts, exposure: world}, options);
  // Less than a hundredth of an event expected is no less likely seen than none.
  const exposure = margins.map((one) => Math.max(0.01, one));
  const byMargins = changePoints({counts, exposure}, options);
  const both = (one: Float64Array, other: Float64Array) =>
    one.map((chance, t) => Math.min(chance, other[t] as number));
  return {
    byWorld,
    risen: both(byWorld.risen, byMargins.risen),
    fallen: both(byWorld.fallen, byMargins.fallen),
  };
}

/**
 * What a period is worth as a witness among its neighbours, 0..1: periods hang together, so that ten of an excursion are no
 * ten. Found from all series together; half an event is added to counts and margins, so that a period of none has a logarithm.
 */
export function worthOfPeriod(series: readonly Pick<RidingCounts, "counts" | "margins">[]): number {
  const logRatios = series.map(({counts, margins}) =>
    counts.map((count, at) => Math.log((count + 0.5) / ((margins[at] as number) + 0.5))),
  );
  return 1 / autocorrelationTime(logRatios);
}

/** How the last period looks: whether the level lately rose or fell, how sure that is, and the likeliest change of all. */
export function lastLook({risen, fallen, byWorld}: MovedLately) {
  const [up, down] = [risen.at(-1) ?? 0, fallen.at(-1) ?? 0];
  const chance = Math.min(1, Math.max(up, down));
  const best = byWorld.after.indexOf(Math.max(...byWorld.after));
  return {
    direction: up >= down ? ("rise" as const) : ("fall" as const),
    chance,
    announced: chance >= announcedFrom,
    /** The first period of the likeliest change's new level, and the chance of that change by the world's volume alone. */
    likeliest: {at: best + 1, chance: Math.min(1, byWorld.after[best] ?? 0)},
  };
}
