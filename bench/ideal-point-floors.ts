import type {VoteTable} from "../src/models/index.ts";

/** A number for each seat from a naive method; NaN where it has none. */
export type Floor = (table: VoteTable) => Float64Array;

/** The share of a session's votes on which a state chose as the United States did, less that on which as Russia did. */
export const westLessEast: Floor = (table) => {
  const {seats} = table;
  const chosen = choicesBySession(table);
  const agreement = (one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>) => {
    let [both, same] = [0, 0];
    for (const [vote, choice] of one) {
      const theirs = other.get(vote);
      if (theirs === undefined) continue;
      both += 1;
      if (theirs === choice) same += 1;
    }
    return same / both;
  };
  const polesOf = new Map(
    [...chosen].map(([session, voters]) => {
      const ballotsOf = (state: string) =>
        [...voters].find(([seat]) => seats[seat]?.state === state)?.[1] ?? new Map();
      return [session, {west: ballotsOf("USA"), east: ballotsOf("RUS")}];
    }),
  );
  return Float64Array.from(seats, ({session}, seat) => {
    const own = chosen.get(session)?.get(seat);
    const poles = polesOf.get(session);
    if (own === undefined || poles === undefined) return Number.NaN;
    return agreement(own, poles.west) - agreement(own, poles.east);
  });
};

/** The first principal component of each session's votes (yes 1, no 3, what was not cast is the vote's mean), the USA high. */
export const firstComponent: Floor = (table) => {
  const {seats} = table;
  const places = new Float64Array(seats.length).fill(Number.NaN);
  for (const voters of choicesBySession(table).values()) {
    const members = [...voters.keys()];
    const votes = [...new Set([...voters.values()].flatMap((ballots) => [...ballots.keys()]))];
    const placeOf = new Map(votes.map((vote, at) => [vote, at]));
    const sums = new Float64Array(votes.length);
    const counts = new Float64Array(votes.length);
    for (const ballots of voters.values())
      for (const [vote, choice] of ballots) {
        const at = placeOf.get(vote) as number;
        sums[at] = (sums[at] as number) + choice;
        counts[at] = (counts[at] as number) + 1;
      }
    const centred = members.map((member) => {
      const row = new Float64Array(votes.length);
      for (const [vote, choice] of voters.get(member) ?? []) {
        const at = placeOf.get(vote) as number;
        row[at] = choice - (sums[at] as number) / (counts[at] as number);
      }
      return row;
    });
    let scores: Float64Array = Float64Array.from(members, (_, at) => Math.sin(at + 1));
    for (let turn = 0; turn < 50; turn++) {
      const loading = new Float64Array(votes.length);
      centred.forEach((row, at) => {
        for (let v = 0; v < row.length; v++)
          loading[v] = (loading[v] as number) + (row[v] as number) * (scores[at] as number);
      });
      const next = centred.map((row) =>
        row.reduce((sum, value, v) => sum + value * (loading[v] as number), 0),
      );
      scores = standardised(Float64Array.from(next));
    }
    const west = members.findIndex((seat) => seats[seat]?.state === "USA");
    const sign = Math.sign(scores[west] ?? 1);
    members.forEach((seat, at) => {
      places[seat] = sign * (scores[at] as number);
    });
  }
  return places;
};

/** What each seat of a session chose, by vote. */
function choicesBySession({seats, votes, starts, seatOf}: VoteTable) {
  const sessions = new Map<number, Map<number, Map<number, number>>>();
  for (let v = 0; v < votes.length; v++)
    for (let choice = 0; choice < 3; choice++)
      for (
        let i = starts[3 * v + choice] as number;
        i < (starts[3 * v + choice + 1] as number);
        i++
      ) {
        const seat = seatOf[i] as number;
        const session = seats[seat]?.session ?? 0;
        const voters = sessions.get(session) ?? new Map<number, Map<number, number>>();
        sessions.set(session, voters);
        const ballots = voters.get(seat) ?? new Map<number, number>();
        voters.set(seat, ballots.set(v, choice + 1));
      }
  return sessions;
}

/** Mean 0, standard deviation 1, over the numbers that there are. */
export function standardised(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
  return values.map((value) => (value - mean) / Math.sqrt(variance));
}
