import type {Posture} from "../world/index.ts";

/** Draws of one power: co-operative engagement and conflict, as multiples of what was expected. */
export interface PowerDraws {
  readonly cooperation: Float64Array;
  readonly conflict: Float64Array;
}

/** A reading must be very likely (80 % and more, the fifth of ICD 203's seven bands) to be given. */
const sure = 0.8;

/** Where "more than expected" begins; the note shows what moving it does. */
export const bars = [0.8, 1, 1.25] as const;

/** The chance of dual engagement under the prior alone: four independent even chances. */
export const dualUnderPrior = 0.5 ** 4;

/** P(co-operation with both above the bar, conflict with neither above expectation). */
export function dualChance(a: PowerDraws, b: PowerDraws, bar: number): number {
  return chance(
    a,
    (i) =>
      (a.cooperation[i] as number) > bar &&
      (b.cooperation[i] as number) > bar &&
      (a.conflict[i] as number) <= 1 &&
      (b.conflict[i] as number) <= 1,
  );
}

/**
 * Contested: with one of the two, conflict is above expectation and further above it than co-operation. Dual:
 * co-operation with both above, conflict with neither. Distant: co-operation with both below. Aligned: above with one
 * and below with the other. Unclear: none of these is very likely.
 */
export function readPosture(a: PowerDraws, b: PowerDraws): Posture["reading"] {
  const up = (draws: PowerDraws, i: number) => (draws.cooperation[i] as number) > 1;
  const heavy = (draws: PowerDraws) =>
    chance(
      draws,
      (i) => (draws.conflict[i] as number) > Math.max(1, draws.cooperation[i] as number),
    );
  if (heavy(a) >= sure || heavy(b) >= sure) return "contested";
  if (dualChance(a, b, 1) >= sure) return "dual";
  if (chance(a, (i) => !up(a, i) && !up(b, i)) >= sure) return "distant";
  const towardsA = chance(a, (i) => up(a, i) && !up(b, i));
  const towardsB = chance(a, (i) => up(b, i) && !up(a, i));
  return Math.max(towardsA, towardsB) >= sure ? "aligned" : "unclear";
}

/** Tilt between two engagements, per draw: (w_A − w_B)/(w_A + w_B), in [−1, 1]. Swapping the two negates it exactly. */
export function tiltDraws(a: PowerDraws, b: PowerDraws): Float64Array {
  return a.cooperation.map((wA, i) => {
    const wB = b.cooperation[i] as number;
    return (wA - wB) / (wA + wB);
  });
}

function chance({cooperation}: PowerDraws, holds: (draw: number) => boolean): number {
  let held = 0;
  for (let i = 0; i < cooperation.length; i++) if (holds(i)) held += 1;
  return held / cooperation.length;
}
