import type {Validity} from "./validity.ts";

/** What a correlation says. Cohen 1988: .1 small, .3 medium, .5 large; nothing is said where the interval holds nought. */
export function tellValidity({
  spearman,
  low,
  high,
}: Pick<Validity, "spearman" | "low" | "high">): string {
  if (low <= 0 && high >= 0) return "not told from none";
  const size = Math.abs(spearman);
  const strength = size < 0.3 ? "weakly" : size < 0.5 ? "moderately" : "strongly";
  return spearman > 0 ? `goes along, ${strength}` : `goes against, ${strength}`;
}

/** Whether what an axis says outlives a change in how events are weighted. */
export interface Survival {
  readonly poles: Validity["poles"];
  /** The rank correlation of the axis with the mean on Goldstein's scale of the same events. */
  readonly weighted: Validity;
  readonly survives: boolean;
  readonly says: string;
}

/** From here on two orders are called the same: what is asked of a scale on which decisions hang (Nunnally 1978, Psychometric Theory 2). */
const sameOrder = 0.9;

/**
 * Whether valence, the share of co-operation in counted events, hangs on a scale that weighs them, as Goldstein's does. It
 * uses none; the carried counts know the four classes of events, each of which is given its mean on the scale.
 */
export function valenceSurvival(found: readonly Validity[]): Survival[] {
  return found
    .filter(
      ({axis, yardstick}) =>
        axis === "co-operative share" && yardstick === "mean of Goldstein's scale",
    )
    .map((weighted) => {
      const survives = weighted.low >= sameOrder;
      return {
        poles: weighted.poles,
        weighted,
        survives,
        says: survives
          ? "It survives: the order of states is the same without a scale of weights as with one."
          : "It does not survive: the order of states hangs on how events are weighted.",
      };
    });
}
