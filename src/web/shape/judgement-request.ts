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

/** What a decision asks for beside itself: one of some words, another move's id, a day; null where it asks for nothing. */
export type ValueAsked =
  | {readonly kind: "choice"; readonly values: readonly string[]}
  | {readonly kind: "id"}
  | {readonly kind: "day"; readonly latest: string}
  | null;

/** What a decision about a move asks for; the value that stands is none to choose. */
export function valueAsked(decision: Decision, move: Move): ValueAsked {
  const choice = (values: object, standing: string | null | undefined): ValueAsked => ({
    kind: "choice",
    values: Object.keys(values).filter((one) => one !== standing),
  });
  switch (decision) {
    case "type":
      return choice(types, move.type);
    case "mode":
      return choice(modes, move.mode);
    case "sectors":
      return choice(sectors, move.sectors.length === 1 ? move.sectors[0] : null);
    case "same-move":
    case "not-same":
      return {kind: "id"};
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
