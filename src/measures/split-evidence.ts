import type {Evidence, RowCondition} from "../world/index.ts";
import type {BallotIssue} from "./ballot-issues.ts";
import type {Known} from "./gather-known.ts";
import type {Partner} from "./partner.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import type {Poles, VoteSplit} from "./split-votes.ts";

/** A split with the rows that it was counted from. */
export interface SplitWithEvidence {
  readonly split: VoteSplit;
  readonly evidence: Evidence;
}

/** So many votes are named one by one; more, by their years. */
const shortList = 40;

export function splitEvidence(
  known: Known,
  {opposed, counts, from, to, period}: VoteSplit,
  {words}: BallotIssue,
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
