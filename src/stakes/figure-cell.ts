import type {Cell, Evidence, Measured, PartyId} from "../world/index.ts";
import {gradeOfEvidence} from "./grade-evidence.ts";

/**
 * A sentence with its figure. It is about those of the parties whom its evidence reaches: a measure that reads a
 * bloc's members reaches the bloc by its members, one that has no partner (a concentration) speaks of the state alone.
 */
export function figureCell(
  text: string,
  parties: readonly PartyId[],
  figure: Measured,
  more: readonly Evidence[] = [],
): Cell {
  const evidence = [...figure.evidence, ...more];
  const reached = new Set(evidence.flatMap((one) => one.reaches.map((reach) => reach.party)));
  return {
    text,
    about: parties.filter((party) => reached.has(party)),
    evidence,
    figure,
    gap: null,
    grade: gradeOfEvidence(evidence),
  };
}
