import type {EventType, Mode} from "./coded-event.ts";
import type {Grade} from "./grade.ts";
import type {PartyId} from "./party.ts";
import type {PledgeStage} from "./pledge.ts";
import type {Sector} from "./sector.ts";
import type {Day} from "./time.ts";

/** Kinds of claim for which a source may be reliable or not; `any` stands for all that no other grade speaks of. */
export const claimKinds = ["any", "position", "fact"] as const;
/** `position`: what a side wants, says or means to do; `fact`: what was done. A ministry may be A on its own position and C on facts. */
export type ClaimKind = (typeof claimKinds)[number];

/**
 * A field of a coded event, of a move, or of a step of a pledge, as a person would have it. A move has no `symmetric`; a
 * step has `when` and `stage` alone, and one that is only told moves its pledge to no stage.
 */
export type Recoded =
  | {readonly field: "type"; readonly value: EventType}
  | {readonly field: "mode"; readonly value: Mode}
  | {readonly field: "sectors"; readonly value: readonly Sector[]}
  | {readonly field: "sources" | "targets"; readonly value: readonly PartyId[]}
  | {readonly field: "when"; readonly value: Day}
  | {readonly field: "symmetric"; readonly value: boolean}
  | {readonly field: "stage"; readonly value: PledgeStage | "told"};
export const recodedFields = [
  "type",
  "mode",
  "sectors",
  "sources",
  "targets",
  "when",
  "symmetric",
  "stage",
] as const satisfies readonly Recoded["field"][];

/** What a person can say. `about` holds ids of moves, coded events, articles or steps of pledges. */
export type Said =
  | {readonly kind: "accept" | "reject"; readonly about: readonly string[]}
  | {readonly kind: "recode"; readonly about: readonly string[]; readonly change: Recoded}
  /** At least two ids of moves or coded events; each pair of them is judged. */
  | {readonly kind: "same-move" | "not-same"; readonly about: readonly string[]}
  | {
      readonly kind: "source-grade";
      /** An outlet's name, or a host. */
      readonly source: string;
      readonly claims: ClaimKind;
      readonly reliability: Grade["reliability"];
    };

/**
 * A person's decision about something in the ledger. It is kept beside what it is about, never written over it; all
 * that is worked out afterwards takes it into account from the day on which it was recorded.
 */
export type Judgement = Said & {
  /** First 16 hex digits of sha256 of the rest, as canonical JSON. */
  readonly id: string;
  readonly author: string;
  readonly recordedOn: Day;
  readonly reason: string;
  /** The same author's judgement before this one: gives the order within a day, and makes a second thought another entry. */
  readonly follows: string | null;
};

/** What became of a judgement on the day of an answer. */
export interface JudgementRead {
  readonly judgement: Judgement;
  /**
   * `applied`: it shapes the answer. `superseded`: its author has since said something else on all that it is about.
   * `outvoted`: others say otherwise, and they are as many or more. `unknown`: nothing that it is about is known.
   */
  readonly effect: "applied" | "superseded" | "outvoted" | "unknown";
}

/** Steps of pledges that a judgement is about: their ids, and no other, have a ":". */
export function stepsJudged(said: Said): readonly string[] {
  return said.kind === "source-grade" ? [] : said.about.filter((id) => id.includes(":"));
}

/** Whether a judgement is about steps of pledges. */
export function judgesSteps(said: Said): boolean {
  return stepsJudged(said).length > 0;
}
