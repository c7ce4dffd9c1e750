import type {Day, FactBook, RollCall, StateCode, VoteChoice} from "../world/index.ts";
import {yearOf} from "../world/index.ts";
import {firstYear} from "./first-year.ts";
import {groupBy} from "./group-by.ts";
import type {Partner} from "./partner.ts";
import {voteIssues} from "./vote-issues.ts";

/** How a party voted: a bloc as most of its members that voted. Null: not listed, or no choice ahead of the others. */
export type Stand = VoteChoice | null;

/** One recorded vote with where each partner stood. */
export interface Ballot {
  readonly recordId: number;
  readonly date: Day;
  readonly year: number;
  /** Texts that come back year after year under one title are one family: they are not independent evidence. */
  readonly family: string;
  /** Ids of what its title says that it is on: of `voteIssues`, none where no word tells. */
  readonly issues: readonly string[];
  readonly votes: ReadonlyMap<StateCode, VoteChoice>;
  standOf(partner: Partner): Stand;
}

/** Recorded votes of the General Assembly since the series begin. */
export interface Ballots {
  /** Oldest first. */
  readonly all: readonly Ballot[];
  readonly byYear: ReadonlyMap<number, readonly Ballot[]>;
  /** How many rows the data have on these states in these years. */
  rowsOn(states: readonly StateCode[], from: number, to: number): number;
}

export function ballotsOf(book: FactBook): Ballots {
  const all = book.rollCalls
    .filter(({date}) => yearOf(date) >= firstYear)
    .map(ballotOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.recordId - b.recordId));
  const byYear = groupBy(all, ({year}) => year);
  const listed = new Map<number, Map<StateCode, number>>();
  for (const {year, votes} of all) {
    const states = listed.get(year) ?? new Map<StateCode, number>();
    for (const state of votes.keys()) states.set(state, (states.get(state) ?? 0) + 1);
    listed.set(year, states);
  }
  return {
    all,
    byYear,
    rowsOn: (states, from, to) => {
      let rows = 0;
      for (let year = from; year <= to; year++)
        for (const state of states) rows += listed.get(year)?.get(state) ?? 0;
      return rows;
    },
  };
}

function ballotOf({recordId, symbol, title, date, votes}: RollCall): Ballot {
  const year = yearOf(date);
  const stands = new Map<string, Stand>();
  return {
    recordId,
    date,
    year,
    family: title === "" ? symbol : familyOf(title),
    issues: voteIssues.flatMap(({id, inTitle}) => (inTitle.test(title) ? [id] : [])),
    votes,
    standOf: (partner: Partner) => {
      let stand = stands.get(partner.id);
      if (stand === undefined) {
        stand = majority(partner.membersIn(year), votes);
        stands.set(partner.id, stand);
      }
      return stand;
    },
  };
}

/** Titles differ from year to year in numbers and in the catalogue's ending after the colon. */
function familyOf(title: string): string {
  const colon = title.indexOf(" :");
  return title
    .slice(0, colon > 0 ? colon : 200)
    .toLowerCase()
    .replaceAll(/[\d\W]+/g, " ")
    .trim();
}

/** The choice of most members that voted; a single state's own, "absent" among them. */
function majority(members: readonly StateCode[], votes: ReadonlyMap<StateCode, VoteChoice>): Stand {
  const [only] = members;
  if (members.length === 1 && only !== undefined) return votes.get(only) ?? null;
  let [yes, no, abstain] = [0, 0, 0];
  for (const member of members) {
    const vote = votes.get(member);
    if (vote === "yes") yes += 1;
    else if (vote === "no") no += 1;
    else if (vote === "abstain") abstain += 1;
  }
  const most = Math.max(yes, no, abstain);
  if (most === 0 || [yes, no, abstain].filter((count) => count === most).length > 1) return null;
  return most === yes ? "yes" : most === no ? "no" : "abstain";
}
