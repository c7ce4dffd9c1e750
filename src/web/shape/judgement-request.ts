import type {EventType, JudgementRequest, Mode, Move, Sector} from "../../api/index.ts";

/** What a reader can decide about a move, in the words of the form: "I …". */
export const decisions = {
  accept: "accept it as it stands",
  reject: "reject it: it did not happen so",
  type: "would give it another type",
  mode: "would give it another mode",
  sectors: "would place it in another sector",
  "same-move": "take it for the same",
  "not-same": "take it for another",
} as const;
export type Decision = keyof typeof decisions;

/** Every value of a field: written as records, so that the compiler misses none. */
const types: Readonly<Record<EventType, true>> = {
  AGREE: true,
  CONSULT: true,
  SUPPORT: true,
  COOPERATE: true,
  AID: true,
  CONCEDE: true,
  RETREAT: true,
  REQUEST: true,
  ACCUSE: true,
  REJECT: true,
  THREATEN: true,
  PROTEST: true,
  SANCTION: true,
  MOBILIZE: true,
  COERCE: true,
  ASSAULT: true,
};
const modes: Readonly<Record<Mode, true>> = {
  done: true,
  announced: true,
  planned: true,
  proposed: true,
  denied: true,
  hypothetical: true,
};
const sectors: Readonly<Record<Sector, true>> = {
  energy: true,
  defence: true,
  trade: true,
  agriculture: true,
  technology: true,
  diplomacy: true,
  other: true,
};

/** Values to choose from for a decision, without the one that stands; null where it asks for none. */
export function valuesFor(decision: Decision, move: Move): readonly string[] | null {
  switch (decision) {
    case "type":
      return Object.keys(types).filter((one) => one !== move.type);
    case "mode":
      return Object.keys(modes).filter((one) => one !== move.mode);
    case "sectors":
      return Object.keys(sectors).filter(
        (one) => move.sectors.length !== 1 || one !== move.sectors[0],
      );
    default:
      return null;
  }
}

/** The decision as the API takes it. */
export function requestOf(
  move: Move,
  decision: Decision,
  value: string,
  who: {readonly author: string; readonly reason: string},
): JudgementRequest {
  const about = [move.id];
  switch (decision) {
    case "accept":
    case "reject":
      return {kind: decision, about, ...who};
    case "type":
      return {kind: "recode", about, change: {field: "type", value: value as EventType}, ...who};
    case "mode":
      return {kind: "recode", about, change: {field: "mode", value: value as Mode}, ...who};
    case "sectors":
      return {kind: "recode", about, change: {field: "sectors", value: [value as Sector]}, ...who};
    case "same-move":
    case "not-same":
      return {kind: decision, about: [move.id, value.trim()], ...who};
  }
}
