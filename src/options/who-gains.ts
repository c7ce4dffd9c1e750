import {
  type Cell,
  type Evidence,
  listWords,
  nameInText,
  type PartyId,
  type Reference,
  sentence,
} from "../world/index.ts";
import {entryEvidence, inNames, namesPower, type PlacedAction} from "./action-cell.ts";
import type {Sides} from "./computed-outcomes.ts";

/**
 * Who gains, or loses, by an action: in the catalogue's words and, where the trade equilibrium has worked it out, by name,
 * among the watched states and the powers.
 */
export function whoGains(
  placed: PlacedAction,
  side: "gains" | "loses",
  sides: readonly Sides[],
  reference: Reference,
): Cell {
  const about = [
    ...new Set([...placed.states, ...(namesPower(placed.entry) ? placed.powers : [])]),
  ];
  const words = inNames(placed.entry[side], placed.states, placed.powers, reference);
  const computed = sides.map((one) => computedWords(one, side, reference));
  const evidence: Evidence[] = [
    entryEvidence(placed, about),
    ...sides.flatMap((one) => one.evidence).slice(0, mostEvidence),
  ];
  return {
    text: [sentence(words), ...computed].join(". "),
    about,
    evidence,
    figure: null,
    gap: null,
    grade: null,
  };
}

/** Flows and GDPs behind the computed names, of the first states; all of them stand behind the outcomes. */
const mostEvidence = 12;

function computedWords(
  {state, gainers, losers}: Sides,
  side: "gains" | "loses",
  reference: Reference,
): string {
  const name = (party: PartyId) => nameInText(reference, party);
  const met = side === "gains" ? gainers : losers;
  const verb = side === "gains" ? "rises" : "falls";
  return met.length === 0
    ? `If ${name(state)} is the state, the real income of no watched state or power clearly ${verb}`
    : `If ${name(state)} is the state, real income clearly ${verb} for ${listWords(met.map(name))}`;
}
