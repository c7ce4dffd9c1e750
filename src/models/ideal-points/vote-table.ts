import {choices, type VoteRows} from "./vote-rows.ts";

/** A state in a session. */
export interface Seat {
  readonly state: string;
  readonly session: number;
  /** Choices that it made on votes that were not unanimous. */
  readonly votes: number;
}

/** Votes with who chose what, packed for the sampler. */
export interface VoteTable {
  /** By state, then by session. */
  readonly seats: readonly Seat[];
  /** Numbers of the votes, upwards. */
  readonly votes: readonly number[];
  /** Seats of each vote's choices: those of vote v from `starts[3 v]`, yes first, abstentions from `starts[3 v + 1]`, no from `starts[3 v + 2]`. */
  readonly starts: Int32Array;
  readonly seatOf: Int32Array;
}

/**
 * Packs rows into a table. Votes on which all chose alike say nothing and are left out, after repeats were put together;
 * seats that are then left without a choice are left out too.
 */
export function voteTable(rows: VoteRows, firstOf: (vote: number) => number): VoteTable {
  const labels = Int32Array.from(rows.vote, firstOf);
  const tallies = new Map<number, Int32Array>();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    const tally = tallies.get(label) ?? new Int32Array(3);
    const at = (rows.choice[i] as number) - choices.yes;
    tally[at] = (tally[at] as number) + 1;
    tallies.set(label, tally);
  }
  const votes = [...tallies]
    .filter(([, tally]) => tally.filter((count) => count > 0).length > 1)
    .map(([label]) => label)
    .sort((a, b) => a - b);
  const placeOf = new Map(votes.map((label, at) => [label, at]));

  const width = 256;
  const counts = new Int32Array(rows.states.length * width);
  for (let i = 0; i < labels.length; i++) {
    if (!placeOf.has(labels[i] as number)) continue;
    const key = (rows.state[i] as number) * width + (rows.session[i] as number);
    counts[key] = (counts[key] as number) + 1;
  }
  const seatAt = new Int32Array(counts.length).fill(-1);
  const order = rows.states.map((_, at) => at);
  order.sort((a, b) => ((rows.states[a] as string) < (rows.states[b] as string) ? -1 : 1));
  const seats: Seat[] = [];
  for (const state of order)
    for (let session = 0; session < width; session++) {
      const count = counts[state * width + session] as number;
      if (count === 0) continue;
      seatAt[state * width + session] = seats.length;
      seats.push({state: rows.states[state] as string, session, votes: count});
    }

  const starts = new Int32Array(3 * votes.length + 1);
  let start = 0;
  votes.forEach((label, at) => {
    for (let choice = 0; choice < 3; choice++) {
      starts[3 * at + choice] = start;
      start += tallies.get(label)?.[choice] ?? 0;
    }
  });
  starts[3 * votes.length] = start;
  const next = starts.slice();
  const seatOf = new Int32Array(start);
  for (let i = 0; i < labels.length; i++) {
    const place = placeOf.get(labels[i] as number);
    if (place === undefined) continue;
    const at = 3 * place + (rows.choice[i] as number) - choices.yes;
    const slot = next[at] as number;
    next[at] = slot + 1;
    seatOf[slot] = seatAt[
      (rows.state[i] as number) * width + (rows.session[i] as number)
    ] as number;
  }
  return {seats, votes, starts, seatOf};
}
