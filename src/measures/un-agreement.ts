import {wilsonInterval} from "../math/index.ts";
import type {Gap, Measured, Series, StateCode} from "../world/index.ts";
import {gap} from "../world/index.ts";
import type {Ballot, Stand} from "./ballots-of.ts";
import {type Known, pairsOf} from "./gather-known.ts";
import {othersIn, type Partner} from "./partner.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, pointsByYear, seriesOf} from "./series-of.ts";
import {tellShare, tellSpread} from "./tell-amount.ts";

const recipe: Recipe = {
  id: "un-agreement",
  version: 1,
  unit: "share",
  sector: "diplomacy",
  needs: ["un-votes"],
  card: {
    tells:
      "The share of recorded votes of the UN General Assembly on which both made the same choice.",
    formula: "same / both, over votes on which both chose; yes, no and abstain are three choices.",
    after: "Recorded votes (UN Digital Library); interval of Wilson 1927.",
    interval: "90 %, Wilson; votes are taken as independent, which several on one matter are not.",
    gapWhen: "On no vote of the year did both make a choice.",
  },
};

/** The share of recorded votes in the Assembly on which a state and a partner made the same choice, by calendar year. */
export const unAgreement: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  const {byYear} = known.ballots();
  return pairsOf(known).map(({state, partner}) =>
    seriesOf(
      known,
      recipe,
      {
        state,
        partner,
        title: `UN votes on which ${known.name(state)} and ${partner.name} agree`,
        note: `Recorded votes on adopted resolutions of the General Assembly. Yes, no and abstention are three choices; a vote on which either did not vote is left out${partner.kind === "state" ? "" : `; ${partner.name} stands as most of its members voted`}. What is put to a vote changes from year to year, so a change is not yet a change of mind. The interval takes votes as independent, which several on one matter are not.`,
      },
      () =>
        pointsByYear([...byYear.keys()], (year) =>
          figureIn(known, byYear.get(year) ?? [], {state, partner, year}),
        ),
    ),
  );
}

interface Tally {
  readonly both: number;
  readonly same: number;
}

/** Votes on which both made a choice, and those on which it was the same. */
function agreement(
  ballots: readonly Ballot[],
  state: StateCode,
  other: (ballot: Ballot) => Stand | undefined,
): Tally {
  let [both, same] = [0, 0];
  for (const ballot of ballots) {
    const own = ballot.votes.get(state);
    const theirs = other(ballot);
    if (!own || !theirs || own === "absent" || theirs === "absent") continue;
    both += 1;
    if (own === theirs) same += 1;
  }
  return {both, same};
}

function figureIn(
  known: Known,
  ballots: readonly Ballot[],
  {state, partner, year}: {state: StateCode; partner: Partner; year: number},
): Measured | Gap {
  const {both, same} = agreement(ballots, state, (ballot) => ballot.standOf(partner));
  const names = `${known.name(state)} and ${partner.name}`;
  if (both === 0)
    return gap(
      `UN votes of ${names} in ${year}`,
      `on none of ${ballots.length} recorded votes did both vote`,
      "votes of another year",
    );
  const members = othersIn(partner, state, year);
  const spread =
    partner.kind === "state"
      ? ""
      : tellSpread(agreementOfMembers(ballots, state, members), tellShare);
  const states = [state, ...members];
  const rows = known.ballots().rowsOn(states, year, year);
  const newest = ballots.at(-1)?.date ?? String(year);
  return figureOf(recipe, {
    value: same / both,
    interval: wilsonInterval(same, both),
    intervalNote: "90 %, Wilson",
    coverage: `${both} of ${ballots.length} recorded votes${spread === "" ? "" : `; agreement of ${spread}`}`,
    vintage: newest,
    evidence: [
      {
        kind: "rows",
        dataset: "un-votes",
        where: [
          {column: "date", from: `${year}-01-01`, to: newest},
          {column: "state", in: states},
        ],
        count: rows,
        quote: `${names} voted alike on ${same} of the ${both} recorded votes of ${year} on which both made a choice.`,
        reaches: [
          inColumn(state, "state"),
          partnerInColumn(partner, "state", members, String(year)),
        ],
        vintage: newest,
      },
    ],
  });
}

function agreementOfMembers(
  ballots: readonly Ballot[],
  state: StateCode,
  members: readonly StateCode[],
): {state: StateCode; value: number}[] {
  return members.flatMap((member) => {
    const {both, same} = agreement(ballots, state, ({votes}) => votes.get(member));
    return both === 0 ? [] : [{state: member, value: same / both}];
  });
}
