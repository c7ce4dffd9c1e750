import type {PartyId, StateCode} from "../api/index.ts";
import {usePage} from "./page-context.ts";
import {PairLink} from "./pair-link.tsx";
import {hueClass} from "./shape/power-hues.ts";

/**
 * A party's name; a power's in its colour, with its own underline for readers without colour sight. `beside` a watched
 * state, a power's leads to all that is measured of the two.
 */
export function PartyName({
  party,
  beside = null,
}: {
  readonly party: PartyId;
  readonly beside?: StateCode | null;
}) {
  const {answer, nameOf} = usePage();
  const {states, powers, optionalPowers, aggregates} = answer.watch;
  const power = [...powers, ...optionalPowers, ...aggregates].includes(party);
  const className = power ? `party ${hueClass(answer.watch, party)}` : "party";
  if (!power || beside === null || !states.includes(beside))
    return <span className={className}>{nameOf(party)}</span>;
  return (
    <PairLink state={beside} power={party} className={className}>
      <span className="unseen">{nameOf(beside)} and </span>
      {nameOf(party)}
    </PairLink>
  );
}
