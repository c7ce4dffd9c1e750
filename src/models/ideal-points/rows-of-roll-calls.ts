import type {RollCall, VoteChoice} from "../../world/index.ts";
import {yearOf} from "../../world/index.ts";
import type {Repeat} from "./first-of-repeats.ts";
import {sessionOf} from "./session-of.ts";
import {choices, isRowOfPoints, type VoteRows} from "./vote-rows.ts";

/** A resolution that repeats an earlier one, by their symbols. */
export interface RepeatedText {
  readonly first: string;
  readonly again: string;
}

const numbers: Readonly<Record<VoteChoice, number | null>> = {...choices, absent: null};

/**
 * The ledger's recorded votes as rows of the model, numbered from the oldest, and which of them repeat an earlier one. They
 * are votes on whole texts that were adopted: no parts, no amendments. A text without a vote in the ledger ties nothing.
 */
export function rowsOfRollCalls(
  rollCalls: readonly RollCall[],
  repeated: readonly RepeatedText[],
): {rows: VoteRows; repeats: Repeat[]} {
  const inOrder = [...rollCalls].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.recordId - b.recordId,
  );
  const states = [...new Set(inOrder.flatMap(({votes}) => [...votes.keys()]))].sort();
  const numberOf = new Map(states.map((state, at) => [state, at]));
  const [state, session, vote, choice]: [number[], number[], number[], number[]] = [[], [], [], []];
  inOrder.forEach(({symbol, date, votes}, at) => {
    const held = sessionOf(symbol, date);
    for (const [code, chosen] of votes) {
      const number = numbers[chosen];
      const row = {state: code, session: held, year: yearOf(date), onPart: false};
      if (number === null || !isRowOfPoints(row)) continue;
      state.push(numberOf.get(code) as number);
      session.push(held);
      vote.push(at);
      choice.push(number);
    }
  });
  const placeOf = new Map(inOrder.map(({symbol}, at) => [symbol, at]));
  const repeats = repeated.flatMap(({first, again}) => {
    const [one, other] = [placeOf.get(first), placeOf.get(again)];
    return one === undefined || other === undefined ? [] : [{first: one, again: other}];
  });
  return {rows: {states, state, session, vote, choice}, repeats};
}
