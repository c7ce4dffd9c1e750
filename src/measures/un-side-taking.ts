import {isOnUkraine} from "../ledger/index.ts";
import type {Evidence, Gap, Measured, RowCondition, Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import type {Ballot} from "./ballots-of.ts";
import {firstYear} from "./first-year.ts";
import {fiveYearWindows, type Window, windowOf} from "./five-year-windows.ts";
import type {Known} from "./gather-known.ts";
import type {Partner} from "./partner.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, seriesOf} from "./series-of.ts";
import {type Poles, type Side, sides, splitVotes, type VoteSplit} from "./split-votes.ts";
import {tellShare} from "./tell-amount.ts";

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

/** Some votes, and the windows in which they are split. */
interface Issue {
  /** Ends the id of its series; empty for all votes. */
  readonly id: string;
  readonly words: string;
  readonly ballots: readonly Ballot[];
  readonly windows: readonly Window[];
  readonly sides: readonly Side[];
}

/** With whom a state votes when two powers oppose one another, by five-year window and by issue. */
export const unSideTaking: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  const issues = issuesOf(known);
  const poles = known.partners.filter(({kind, optional}) => kind !== "aggregate" && !optional);
  return known.watch.states.flatMap((state) => {
    const others = poles.filter(({id}) => id !== state);
    return others.flatMap((a, at) =>
      others.slice(at + 1).flatMap((b) =>
        issues.flatMap((issue) => {
          const splits = issue.windows.map((window) => {
            const split = splitVotes(known, window, issue.ballots, {state, a, b});
            return {split, evidence: evidenceOf(known, split, issue, {state, a, b})};
          });
          return issue.sides.map((side) => seriesOfSide(known, issue, side, {state, a, b}, splits));
        }),
      ),
    );
  });
}

/** All votes by five years; and since the Assembly first voted on Ukraine, those on it and the others apart. */
function issuesOf(known: Known): Issue[] {
  const ballots = known.ballots().all;
  const ukraine = new Set(known.book.rollCalls.filter(isOnUkraine).map(({recordId}) => recordId));
  const onUkraine = ballots.filter(({recordId}) => ukraine.has(recordId));
  const since = onUkraine[0]?.year;
  const last = ballots.at(-1)?.year;
  const windows = since === undefined || last === undefined ? [] : [windowOf(since, last)];
  return [
    {
      id: "",
      words: "",
      ballots,
      windows: fiveYearWindows(ballots.map(({year}) => year).filter((year) => year > firstYear)),
      sides,
    },
    {
      id: "-on-ukraine",
      words: " on Ukraine",
      ballots: onUkraine,
      windows,
      sides: ["with A", "with B"],
    },
    {
      id: "-elsewhere",
      words: " on anything but Ukraine",
      ballots: ballots.filter(({recordId}) => !ukraine.has(recordId)),
      windows,
      sides: ["with A", "with B"],
    },
  ];
}

function seriesOfSide(
  known: Known,
  issue: Issue,
  side: Side,
  {state, a, b}: Poles,
  splits: readonly {readonly split: VoteSplit; readonly evidence: Evidence}[],
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

/** So many votes are named one by one; more, by their years. */
const shortList = 40;

function evidenceOf(
  known: Known,
  {opposed, counts, from, to, period}: VoteSplit,
  {words}: Issue,
  {state, a, b}: Poles,
): Evidence {
  const last = opposed.at(-1);
  const membersOf = (partner: Partner) => partner.membersIn(last?.year ?? to);
  const states = [...new Set([state, ...membersOf(a), ...membersOf(b)])];
  const short = opposed.length <= shortList;
  const when: RowCondition = short
    ? {column: "record_id", in: opposed.map(({recordId}) => recordId)}
    : {column: "date", from: `${from}-01-01`, to: `${to}-12-31`};
  return {
    kind: "rows",
    dataset: "un-votes",
    where: [when, {column: "state", in: states}],
    count: short
      ? opposed.reduce((sum, {votes}) => sum + states.filter((one) => votes.has(one)).length, 0)
      : known.ballots().rowsOn(states, from, to),
    quote: `${known.name(state)} on the ${opposed.length} votes of ${period}${words} on which ${a.name} and ${b.name} opposed one another: ${counts["with A"]} with ${a.name}, ${counts["with B"]} with ${b.name}, ${counts.abstain} abstained, ${counts.absent} not voting.`,
    reaches: [
      inColumn(state, "state"),
      partnerInColumn(a, "state", membersOf(a), String(last?.year ?? to)),
      partnerInColumn(b, "state", membersOf(b), String(last?.year ?? to)),
    ],
    vintage: last?.date ?? period,
  };
}
