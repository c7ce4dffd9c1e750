import type {Attribution, Stretch} from "./article.ts";
import {type Gap, gap} from "./gap.ts";
import type {PartyId} from "./party.ts";
import type {Day} from "./time.ts";

/** What an amount is of. */
export const amountKinds = [
  "money",
  "barrels",
  "tonnes",
  "cubic metres",
  "megawatts",
  "percent",
  "aircraft",
  "ships",
  "vehicles",
  "weapons",
  "troops",
] as const;
export type AmountKind = (typeof amountKinds)[number];

/** "$2.1bn", "forty Su-30s", "200,000 barrels a day": how much, where it stands. */
export interface Amount extends Stretch {
  readonly kind: AmountKind;
  readonly value: number;
  /** ISO 4217 for money ("$" is USD), null where several currencies bear the word; of things counted the word itself. */
  readonly unit: string | null;
  /** "barrels a day", "a year": an amount in each such time, not in all. */
  readonly per: "day" | "month" | "year" | null;
}

/** When the thing was or is to be. An open end is null: "by 2027" begins nowhere, "from May" ends nowhere. */
export interface EventPeriod extends Stretch {
  readonly from: Day | null;
  readonly to: Day | null;
  /** `stated`: the words name it in full; `counted`: told from the day of publication ("on Monday", "next week"). */
  readonly origin: "stated" | "counted";
}

/** Where the thing was or is to be, in the words of the text. */
export interface EventPlace extends Stretch {
  readonly name: string;
  /** The state that the place names or is the capital of; null where the tables do not know it. */
  readonly party: PartyId | null;
}

export const eventPartNames = ["event", "source", "target", "when", "where", "amount"] as const;

/** A stretch of the article's text that tells one part of an event. */
export interface EventPart extends Stretch {
  readonly part: (typeof eventPartNames)[number];
}

/** A field of an event that a coder can be sure of by itself. */
export const sureFields = ["type", "mode", "sectors", "sources", "targets"] as const;
export type SureField = (typeof sureFields)[number];

/** What is told of an event beside who did what to whom. */
export interface EventDetail {
  /** PLOVER's own mode of the type: "visit" of CONSULT, "arrest" of COERCE. */
  readonly subMode: string | Gap;
  readonly period: EventPeriod | Gap;
  readonly where: EventPlace | Gap;
  readonly amounts: readonly Amount[];
  /** Whose word it is; a gap where the article says it in its own voice. */
  readonly saidBy: Attribution | Gap;
  readonly parts: readonly EventPart[];
  /** 0..1 by field, where the coder states it. */
  readonly sure: Readonly<Partial<Record<SureField, number>>>;
}

const notLooked = (what: string) =>
  gap(what, "the coder of that day did not look for it", "the capture, read again");

/** What coders before version 2 did not look for in a passage, as gaps and empty lists. */
export const detailNotLookedFor: EventDetail = {
  subMode: notLooked("PLOVER mode"),
  period: notLooked("period of the event"),
  where: notLooked("place of the event"),
  amounts: [],
  saidBy: notLooked("who says so"),
  parts: [],
  sure: {},
};
