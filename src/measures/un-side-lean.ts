import type {Gap, Measured, Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import type {BallotIssue} from "./ballot-issues.ts";
import type {Known} from "./gather-known.ts";
import type {Recipe} from "./recipe.ts";
import {figureOf, seriesOf} from "./series-of.ts";
import type {SplitWithEvidence} from "./split-evidence.ts";
import type {BeyondRegion, Poles} from "./split-votes.ts";
import {tellShare} from "./tell-amount.ts";

export const unSideLeanRecipe: Recipe = {
  id: "un-side-lean",
  version: 1,
  unit: "difference of shares",
  sector: "diplomacy",
  needs: ["un-votes"],
  card: {
    tells:
      "How much oftener than its region a state votes with one power where another opposes it.",
    formula:
      "Share of the state with A − mean share of the region's other states with A, on the votes on which one power votes yes and the other no.",
    after: "Recorded votes (UN Digital Library).",
    interval:
      "90 %, bootstrap by families of resolutions, drawn for the state and its region at once.",
    gapWhen:
      "On no vote of the window were the two on opposite sides, or no other state of the region voted.",
  },
};

/**
 * How much oftener than its region a state votes with one power where another opposes it: its share less the mean of the
 * region's other states on the same votes, in [−1, 1]. Families of resolutions are drawn for both at once.
 */
export function unSideLean(
  known: Known,
  {id, words}: BallotIssue,
  {state, a, b}: Poles,
  splits: readonly SplitWithEvidence[],
): Series[] {
  const towards = [
    {side: "with A", partner: a, other: b},
    {side: "with B", partner: b, other: a},
  ] as const;
  const beyond = splits.map(({split}) => split.beyondRegion());
  return towards.map(({side, partner, other}) => {
    const title = `How much oftener than its region ${known.name(state)} votes with ${partner.name} where it and ${other.name} oppose one another${words}`;
    return seriesOf(
      known,
      unSideLeanRecipe,
      {
        state,
        partner,
        detail: `against-${other.id}${id}`,
        title,
        note: "Much of the world votes alike where two powers oppose one another; what a state does beyond its region is nearer to a choice of its own. Each vote counts once; the region is the mean of its other states that were listed on it.",
      },
      () =>
        splits.map((one, at) => ({
          period: one.split.period,
          figure: leanFigure(one, beyond[at]?.[side] ?? null, title),
        })),
    );
  });
}

function leanFigure(
  {split: {opposed, votes, region, period}, evidence}: SplitWithEvidence,
  beyond: BeyondRegion | null,
  title: string,
): Measured | Gap {
  if (beyond === null)
    return gap(
      `${title}, ${period}`,
      opposed.length === 0
        ? `on none of ${votes} recorded votes were the two on opposite sides`
        : `no other state of ${region.name} voted on them`,
      "votes of other years",
    );
  const {own, around, low, high} = beyond;
  const value = own - around;
  return figureOf(unSideLeanRecipe, {
    value,
    interval: {low: Math.min(low, value), high: Math.max(high, value)},
    intervalNote: "90 %, bootstrap by families of resolutions",
    coverage: `${opposed.length} of ${votes} recorded votes; ${tellShare(own)} against a mean of ${tellShare(around)} in ${region.name} (${region.states} others)`,
    vintage: opposed.at(-1)?.date ?? period,
    evidence: [evidence],
  });
}
