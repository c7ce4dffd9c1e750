import {wilsonInterval} from "../math/index.ts";
import type {Gap, Measured, Series, StateCode} from "../world/index.ts";
import {gap} from "../world/index.ts";
import type {Ballot} from "./ballots.ts";
import {type Known, othersIn, type Partner, pairsOf} from "./known.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import {figureOf, pointsByYear, type Recipe, seriesOf} from "./series-of.ts";
import {tellShare, tellSpread} from "./tell-amount.ts";

const recipe: Recipe = {
  id: "un-agreement",
  version: 1,
  unit: "share",
  sector: "diplomacy",
  needs: ["un-votes"],
};

/** The share of recorded votes in the Assembly on which a state and a partner made the same choice, by calendar year. */
export function unAgreement(known: Known): Series[] {
  const byYear = new Map<number, Ballot[]>();
  for (const ballot of known.ballots()) {
    const held = byYear.get(ballot.year);
    if (held === undefined) byYear.set(ballot.year, [ballot]);
    else held.push(ballot);
  }
  return pairsOf(known).map(({state, partner}) =>
    seriesOf(
      known,
      recipe,
      {
        state,
        partner,
        title: `UN votes on which ${known.name(state)} and ${partner.name} agree`,
        note: `Recorded votes on adopted resolutions of the General Assembly. Yes, no and abstention are three choices; a vote on which either did not vote is left out${partner.kind === "state" ? "" : `; ${partner.name} stands as most of its members voted`}. What is put to a vote changes from year to year, so a change is not yet a change of mind.`,
      },
      () =>
        pointsByYear([...byYear.keys()], (year) =>
          figureIn(known, byYear.get(year) ?? [], {state, partner, year}),
        ),
    ),
  );
}

/** Votes on which both made a choice, and those on which it was the same. */
function agreement(
  pairs: Iterable<readonly [string | null | undefined, string | null | undefined]>,
) {
  let [both, same] = [0, 0];
  for (const [a, b] of pairs) {
    if (!a || !b || a === "absent" || b === "absent") continue;
    both += 1;
    if (a === b) same += 1;
  }
  return {both, same};
}

function figureIn(
  known: Known,
  ballots: readonly Ballot[],
  {state, partner, year}: {state: StateCode; partner: Partner; year: number},
): Measured | Gap {
  const {both, same} = agreement(
    ballots.map((ballot) => [ballot.votes.get(state), ballot.standOf(partner)] as const),
  );
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
  const rows = ballots.reduce(
    (sum, {votes}) => sum + states.filter((one) => votes.has(one)).length,
    0,
  );
  const newest = ballots.at(-1)?.date ?? String(year);
  return figureOf(recipe, {
    value: same / both,
    interval: wilsonInterval(same, both),
    intervalNote:
      "90 %, Wilson; votes taken as independent of one another, which sets on one matter are not",
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
    const {both, same} = agreement(
      ballots.map(({votes}) => [votes.get(state), votes.get(member)] as const),
    );
    return both === 0 ? [] : [{state: member, value: same / both}];
  });
}
