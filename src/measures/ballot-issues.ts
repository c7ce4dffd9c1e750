import {isOnUkraine} from "../ledger/index.ts";
import type {Ballot} from "./ballots-of.ts";
import {firstYear} from "./first-year.ts";
import {fiveYearWindows, type Window, windowOf} from "./five-year-windows.ts";
import type {Known} from "./gather-known.ts";
import {type Side, sides} from "./split-votes.ts";
import {voteIssues} from "./vote-issues.ts";

/** Some votes, and the windows in which they are split. */
export interface BallotIssue {
  /** Ends the id of its series; empty for all votes. */
  readonly id: string;
  readonly words: string;
  readonly ballots: readonly Ballot[];
  readonly windows: readonly Window[];
  readonly sides: readonly Side[];
}

/** On one issue two powers oppose one another so seldom that fewer years say little. */
const issueYears = 10;

/**
 * All votes by five years; since the Assembly first voted on Ukraine, those on it and the others apart; and the last ten
 * years issue by issue, where titles tell.
 */
export function ballotIssues(known: Known): BallotIssue[] {
  const ballots = known.ballots().all;
  const ukraine = new Set(known.book.rollCalls.filter(isOnUkraine).map(({recordId}) => recordId));
  const onUkraine = ballots.filter(({recordId}) => ukraine.has(recordId));
  const since = onUkraine[0]?.year;
  const last = ballots.at(-1)?.year;
  const lastYears = last === undefined ? [] : [windowOf(last - issueYears + 1, last)];
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
    ...voteIssues.map(
      ({id, words}): BallotIssue => ({
        id: `-${id}`,
        words: ` ${words}`,
        ballots: ballots.filter(({issues}) => issues.includes(id)),
        windows: lastYears,
        sides: ["with A", "with B"],
      }),
    ),
  ];
}
