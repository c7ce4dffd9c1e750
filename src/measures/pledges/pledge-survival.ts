import {
  kaplanMeier,
  medianTime,
  type SurvivalStep,
  survivalAt,
  type Watched,
} from "../../math/index.ts";
import {firstAt, yearsBetween} from "../../pledges/index.ts";
import type {Evidence, Gap, Measured, Pledge, PledgeAdvance} from "../../world/index.ts";
import {gap, isGap} from "../../world/index.ts";

const method = {id: "pledge-survival", version: 2} as const;
const level = 0.9;

/** What is waited for: the whole of what was promised, or the first of it. */
export type Awaited = "whole" | "first";

/** Commitments with the curve of how long they wait, and what was left out of it. */
export interface PledgeSurvival {
  readonly steps: readonly SurvivalStep[];
  /** The longest that any of them was watched, years. */
  readonly longest: number;
  readonly counted: number;
  readonly of: number;
  readonly kept: number;
}

/**
 * How long commitments wait from a stage until they are kept, those still open among them for as long as they are known
 * (Kaplan-Meier). One that was cancelled will never be kept, so it stays among those waiting to the end of what its source
 * tells: the curve then says which share of all comes, not of those that were not cancelled (Fine and Gray 1999, JASA
 * 94:496, complete censoring). Dates known by their year count whole years.
 */
export function pledgeSurvival(
  pledges: readonly Pledge[],
  from: PledgeAdvance,
  awaited: Awaited,
): PledgeSurvival {
  const watched = pledges.flatMap((pledge) => {
    const one = watchedFor(pledge, from, awaited);
    return one === null ? [] : [one];
  });
  return {
    steps: kaplanMeier(watched, level),
    longest: watched.reduce((most, {time}) => Math.max(most, time), 0),
    counted: watched.length,
    of: pledges.length,
    kept: watched.filter(({happened}) => happened).length,
  };
}

function watchedFor(
  {steps, closed, standing, knownUntil}: Pledge,
  from: PledgeAdvance,
  awaited: Awaited,
): Watched | null {
  const start = firstAt(steps, from);
  if (start === null) return null;
  const came =
    awaited === "first"
      ? steps.find(({stage}) => stage === "delivered")
      : standing === "kept"
        ? steps.find(({when, part}) => when === closed && part === 1)
        : undefined;
  // A date before the promise is a fault of the source, and says nothing of how long it took.
  const until =
    came === undefined
      ? {on: knownUntil, precision: "day" as const}
      : isGap(came.when)
        ? null
        : {on: came.when, precision: came.precision};
  if (until === null) return null;
  const time = yearsBetween(start, until);
  return time < 0 ? null : {time, happened: came !== undefined};
}

interface Told {
  readonly what: string;
  readonly vintage: string;
  readonly evidence: readonly Evidence[];
}

/** The share kept within so many years. */
export function keptWithin(survival: PledgeSurvival, years: number, told: Told): Measured | Gap {
  const {steps, longest, counted} = survival;
  const step = survivalAt(steps, years);
  const share = 1 - (step?.survival ?? 1);
  if (counted === 0 || (longest < years && share < 1))
    return gap(
      `share of ${told.what} kept within ${years} years`,
      counted === 0 ? "there is none" : `none has been watched for ${years} years`,
      "later editions of the source",
    );
  if (step !== null && share === 1)
    return measured(survival, told, {
      value: share,
      unit: "share",
      interval: {low: allKeptLow(keptBy(steps, years)), high: 1, level},
      intervalNote: allKept,
    });
  const bounded = step !== null;
  return measured(survival, told, {
    value: share,
    unit: "share",
    interval: bounded ? {low: 1 - step.high, high: 1 - step.low, level} : null,
    intervalNote: bounded
      ? greenwood
      : "none was kept by then, so Greenwood's formula has nothing to work on",
  });
}

/** Commitments that were kept within so many years. */
const keptBy = (steps: readonly SurvivalStep[], years: number): number =>
  steps.reduce((sum, {time, events}) => sum + (time <= years ? events : 0), 0);

/** The least share of which so many of so many kept are still no surprise: of 2 kept, 22 %; of 24, 88 %. */
const allKeptLow = (kept: number): number => ((1 - level) / 2) ** (1 / kept);
const allKept =
  "all were kept by then: the lower bound is Clopper and Pearson's (1934) for that many of as many, for Greenwood's formula has nothing to work on";

/** The time by which half had been kept. */
export function medianYears(survival: PledgeSurvival, told: Told): Measured | Gap {
  const {median, low, high} = medianTime(survival.steps);
  if (median === null)
    return gap(
      `median time of ${told.what}`,
      survival.counted === 0
        ? "there is none"
        : "less than half have been kept for as long as they are watched",
      "later editions of the source",
    );
  return measured(survival, told, {
    value: median,
    unit: "years",
    interval: low === null || high === null ? null : {low, high, level},
    intervalNote:
      low === null || high === null
        ? "the upper bound of the curve never comes down to one half"
        : "Brookmeyer and Crowley 1982, from the curve's log-log bounds",
  });
}

const greenwood =
  "Greenwood, on log(-log S); orders of one deal are counted apart and come together, so it is too narrow";

function measured(
  {counted, of, kept}: PledgeSurvival,
  {vintage, evidence}: Told,
  figure: Pick<Measured, "value" | "unit" | "interval" | "intervalNote">,
): Measured {
  const left = of - counted;
  return {
    kind: "measured",
    ...figure,
    method,
    coverage: `${counted} commitments, ${kept} of them kept, the others watched to the end of what the source tells${left === 0 ? "" : `; ${left} without usable dates are left out`}`,
    vintage,
    evidence,
  };
}
