import type {Evidence, Gap, Measured, Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {type BallotIssue, ballotIssues} from "./ballot-issues.ts";
import type {Known} from "./gather-known.ts";
import type {Partner} from "./partner.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, seriesOf} from "./series-of.ts";
import {type SplitWithEvidence, splitEvidence} from "./split-evidence.ts";
import {type Poles, type Side, splitVotes, type VoteSplit} from "./split-votes.ts";
import {tellShare} from "./tell-amount.ts";
import {unSideLean, unSideLeanRecipe} from "./un-side-lean.ts";

const recipe: Recipe = {
  id: "un-side-taking",
  version: 1,
  unit: "share",
  sector: "diplomacy",
  needs: ["un-votes"],
  card: {
    tells: "With whom a state votes where two powers oppose one another.",
    formula:
      "Shares of {with A, with B, abstain, absent} among the votes on which one power votes yes and the other no; the mean of the region's other states stands beside.",
    after: "Recorded votes (UN Digital Library).",
    interval:
      "90 %, bootstrap by families of resolutions (200 draws); Wilson by family where all votes fell alike.",
    gapWhen: "On no vote of the window were the two on opposite sides.",
  },
};

/**
 * With whom a state votes when two powers oppose one another, by five-year window and by issue, and how far that differs
 * from what its region does.
 */
export const unSideTaking: Measure = {recipes: [recipe, unSideLeanRecipe], series: allSeries};

function allSeries(known: Known): Series[] {
  const issues = ballotIssues(known);
  const poles = known.partners.filter(({kind, optional}) => kind !== "aggregate" && !optional);
  return known.watch.states.flatMap((state) => {
    const others = poles.filter(({id}) => id !== state);
    return others.flatMap((a, at) =>
      others.slice(at + 1).flatMap((b) =>
        issues.flatMap((issue) => {
          const splits = issue.windows.map((window) => {
            const split = splitVotes(known, window, issue.ballots, {state, a, b});
            return {split, evidence: splitEvidence(known, split, issue, {state, a, b})};
          });
          return [
            ...issue.sides.map((side) => seriesOfSide(known, issue, side, {state, a, b}, splits)),
            ...(issue.id === "" ? [] : unSideLean(known, issue, {state, a, b}, splits)),
          ];
        }),
      ),
    );
  });
}

function seriesOfSide(
  known: Known,
  issue: BallotIssue,
  side: Side,
  {state, a, b}: Poles,
  splits: readonly SplitWithEvidence[],
): Series {
  const partner = side === "with A" ? a : side === "with B" ? b : null;
  const other = side === "with A" ? b : a;
  const does =
    partner !== null
      ? `votes with ${partner.name} where it and ${other.name} oppose one another`
      : `${side === "abstain" ? "abstains" : "casts no vote"} where ${a.name} and ${b.name} oppose one another`;
  const detail = partner !== null ? `against-${other.id}` : `${a.id}-${b.id}-${side}`;
  const title = `How often ${known.name(state)} ${does}${issue.words}`;
  return seriesOf(
    known,
    recipe,
    {
      state,
      partner,
      detail: `${detail}${issue.id}`,
      title,
      note: "Only UN votes on which one of the two votes yes and the other no; a bloc stands as most of its members voted. The share is of all such votes, abstentions and absences among them. Much of the world often votes alike on these, so read it beside the region's mean.",
    },
    () =>
      splits.map(({split, evidence}) => ({
        period: split.period,
        figure: figureOfSide(split, side, title, {a, b}, evidence),
      })),
  );
}

function figureOfSide(
  {opposed, votes, counts, intervals, region, period}: VoteSplit,
  side: Side,
  title: string,
  {a, b}: {a: Partner; b: Partner},
  evidence: Evidence,
): Measured | Gap {
  if (opposed.length === 0)
    return gap(
      `${title}, ${period}`,
      `on none of ${votes} recorded votes were ${a.name} and ${b.name} on opposite sides`,
      "votes of other years",
    );
  const mean =
    region.states === 0
      ? "no other state of the region voted"
      : `mean of ${region.states} others in ${region.name}: ${tellShare(region.shares[side])}`;
  return figureOf(recipe, {
    value: counts[side] / opposed.length,
    interval: intervals[side],
    intervalNote: "90 %, bootstrap by families of resolutions",
    coverage: `${opposed.length} of ${votes} recorded votes; ${mean}`,
    vintage: opposed.at(-1)?.date ?? period,
    evidence: [evidence],
  });
}
