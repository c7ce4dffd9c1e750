import type {PartyId} from "../api/index.ts";
import {usePage} from "./page-context.ts";
import {hueClass} from "./shape/power-hues.ts";

/** A party's name; a power's in its colour, with its own underline for readers without colour sight. */
export function PartyName({party}: {readonly party: PartyId}) {
  const {answer, nameOf} = usePage();
  const {powers, optionalPowers, aggregates} = answer.watch;
  const power = [...powers, ...optionalPowers, ...aggregates].includes(party);
  return (
    <span className={power ? `party ${hueClass(answer.watch, party)}` : "party"}>
      {nameOf(party)}
    </span>
  );
}
