import {type Move, pairWeight, type Within} from "../world/index.ts";

const kinds: Readonly<Record<Move["from"], readonly [one: string, more: string]>> = {
  vote: ["vote", "votes"],
  agreement: ["agreement", "agreements"],
  arms: ["arms order", "arms orders"],
  membership: ["membership", "memberships"],
  sanction: ["spell of sanctions", "spells of sanctions"],
  leader: ["change of leader", "changes of leader"],
  "event-row": ["machine-coded report", "machine-coded reports"],
  article: ["move in articles read", "moves in articles read"],
};

function count(number: number, [one, more]: readonly [string, string]): string {
  return `${number} ${number === 1 ? one : more}`;
}

function weightText(weight: number): string {
  return weight < 0.1 ? weight.toPrecision(1) : weight.toFixed(1);
}

/** Whom the moves are between: a state, and a power with its members. */
export interface Between {
  readonly one: Within;
  readonly other: Within;
}

/**
 * What a row of moves rests on: "26 moves: 23 votes, 1 membership, 2 machine-coded reports; 13.5 by weight (acts
 * of many are shared among their pairs); 2 articles, 0 independent origins". The weight stands where it is not the count;
 * articles and origins wherever texts tell of the moves; specimens are named and never counted.
 */
export function countMoves(moves: readonly Move[], {one, other}: Between): string {
  const counted = moves.filter((move) => !move.specimen);
  const weight = counted.reduce((sum, move) => sum + pairWeight(move.participants, one, other), 0);
  const byKind = (Object.keys(kinds) as Move["from"][]).flatMap((kind) => {
    const number = counted.filter((move) => move.from === kind).length;
    return number === 0 ? [] : [count(number, kinds[kind])];
  });
  const articles = counted.reduce((sum, move) => sum + move.articles, 0);
  const origins = counted.reduce((sum, move) => sum + move.independentOrigins, 0);
  const head = count(counted.length, ["move", "moves"]);
  const parts = [byKind.length === 0 ? head : `${head}: ${byKind.join(", ")}`];
  if (Math.abs(weight - counted.length) >= 0.05)
    parts.push(`${weightText(weight)} by weight (acts of many are shared among their pairs)`);
  if (articles > 0 || counted.length === 0)
    parts.push(
      `${count(articles, ["article", "articles"])}, ${count(origins, ["independent origin", "independent origins"])}`,
    );
  const specimens = moves.length - counted.length;
  if (specimens > 0) parts.push(`and ${specimens} of the specimen, not counted`);
  return parts.join("; ");
}
