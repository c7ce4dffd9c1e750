import {resampleGroups, seedOf, wilsonInterval} from "../math/index.ts";
import type {Gap, Measured, Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {type BallotIssue, ballotIssues} from "./ballot-issues.ts";
import type {Window} from "./five-year-windows.ts";
import {type Known, mainPairsOf} from "./gather-known.ts";
import {othersIn, type Pair} from "./partner.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, seriesOf} from "./series-of.ts";
import {draws, middle} from "./split-votes.ts";

const recipe: Recipe = {
  id: "un-agreement-by-issue",
  version: 1,
  unit: "share",
  sector: "diplomacy",
  needs: ["un-votes", "un-resolutions"],
  card: {
    tells: "The share of recorded votes on one issue on which both made the same choice.",
    formula:
      "same / both, over votes of the window on the issue on which both chose; what a vote is on is told by words of its title.",
    after: "Recorded votes and titles (UN Digital Library).",
    interval: "90 %, bootstrap by families of resolutions; Wilson by family where all fell alike.",
    gapWhen: "On no vote on the issue did both make a choice.",
  },
};

/** The share of recorded votes on one issue on which a state and a partner made the same choice, over the last years. */
export const unAgreementByIssue: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  const issues = ballotIssues(known).filter(({id}) => id !== "");
  // An aggregate does not vote, and its members' spread on every issue would be a page of its own.
  const pairs = mainPairsOf(known).filter(({partner}) => partner.kind !== "aggregate");
  return pairs.flatMap(({state, partner}) =>
    issues.map((issue) =>
      seriesOf(
        known,
        recipe,
        {
          state,
          partner,
          detail: issue.id.slice(1),
          title: `UN votes${issue.words} on which ${known.name(state)} and ${partner.name} agree`,
          note: `Yes, no and abstention are three choices; a vote on which either did not vote is left out${partner.kind === "state" ? "" : `; ${partner.name} stands as most of its members voted`}. What a vote is on is told by words of its title: some are on several issues, some on none.`,
        },
        () =>
          issue.windows.map((window) => ({
            period: window.period,
            figure: figureIn(known, issue, window, {state, partner}),
          })),
      ),
    ),
  );
}

function figureIn(
  known: Known,
  {ballots, words}: BallotIssue,
  {from, to, period}: Window,
  {state, partner}: Pair,
): Measured | Gap {
  const within = ballots.filter(({year}) => year >= from && year <= to);
  // Of each family of resolutions: on how many both chose the same, and on how many not.
  const families = new Map<string, [number, number]>();
  for (const ballot of within) {
    const own = ballot.votes.get(state);
    const theirs = ballot.standOf(partner);
    if (!own || !theirs || own === "absent" || theirs === "absent") continue;
    const [same, other] = families.get(ballot.family) ?? [0, 0];
    families.set(ballot.family, own === theirs ? [same + 1, other] : [same, other + 1]);
  }
  const groups = [...families.values()];
  const same = groups.reduce((sum, [alike]) => sum + alike, 0);
  const both = groups.reduce((sum, [alike, unlike]) => sum + alike + unlike, 0);
  const names = `${known.name(state)} and ${partner.name}`;
  if (both === 0)
    return gap(
      `UN votes of ${names}${words}, ${period}`,
      `on none of ${within.length} recorded votes did both vote`,
      "votes of other years",
    );
  const members = othersIn(partner, state, to);
  const states = [state, ...members];
  const newest = within.at(-1)?.date ?? String(to);
  return figureOf(recipe, {
    value: same / both,
    interval: intervalOf(groups, same, both, seedOf(state, partner.id, words, period)),
    intervalNote: "90 %, bootstrap by families of resolutions",
    coverage: `${both} of ${within.length} recorded votes, of ${groups.length} families`,
    vintage: newest,
    evidence: [
      {
        kind: "rows",
        dataset: "un-votes",
        where: [
          {column: "date", from: `${from}-01-01`, to: `${to}-12-31`},
          {column: "state", in: states},
        ],
        count: known.ballots().rowsOn(states, from, to),
        quote: `${names} voted alike on ${same} of the ${both} recorded votes of ${period}${words} on which both made a choice.`,
        reaches: [inColumn(state, "state"), partnerInColumn(partner, "state", members, String(to))],
        vintage: newest,
      },
    ],
  });
}

function intervalOf(
  groups: readonly (readonly number[])[],
  same: number,
  both: number,
  seed: number,
): {low: number; high: number} {
  // Where all fell alike resampling has no width; then each family counts as one trial.
  if (same === 0) return wilsonInterval(0, groups.length);
  if (same === both) return wilsonInterval(groups.length, groups.length);
  const {low, high} = middle(resampleGroups(groups, draws, seed)[0] as Float64Array);
  return {low: Math.min(low, same / both), high: Math.max(high, same / both)};
}
