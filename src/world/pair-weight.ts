import type {Participant} from "./coded-event.ts";
import type {PartyId} from "./party.ts";

/** Parties that are counted as one: a state, or a power with its members. */
export type Within = (party: PartyId) => boolean;

/** Which part of a participant, 0..1, belongs to the parties asked for. */
function shareOf({party, weight, through}: Participant, within: Within): number {
  if (within(party) || weight === 0) return within(party) ? 1 : 0;
  return through.reduce((sum, one) => sum + (within(one.state) ? one.weight : 0), 0) / weight;
}

/**
 * How much of a move passed between two parties, so that the weights of all its pairs sum to 1: a visit weighs 1, a
 * statement of five states 1/10 for each pair of them, an act towards two states 1/2 for each. 0 where the two stand
 * on the same side.
 */
export function pairWeight(
  participants: readonly Participant[],
  one: Within,
  other: Within,
): number {
  const meet = (a: Participant, b: Participant) =>
    Math.min(1, shareOf(a, one) * shareOf(b, other) + shareOf(a, other) * shareOf(b, one));
  const on = (side: Participant["side"]) => participants.filter((each) => each.side === side);
  const joint = on("both");
  let sum = 0;
  for (const source of on("source"))
    for (const target of on("target")) sum += source.weight * target.weight * meet(source, target);
  const pairs = (joint.length * (joint.length - 1)) / 2;
  for (const [at, first] of joint.entries())
    for (const second of joint.slice(at + 1)) sum += meet(first, second) / pairs;
  return sum;
}
