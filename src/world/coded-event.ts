import type {EventDetail} from "./event-detail.ts";
import type {Evidence, PassageEvidence} from "./evidence.ts";
import {type Gap, isGap} from "./gap.ts";
import type {Grade} from "./grade.ts";
import type {Method} from "./measured.ts";
import type {PartyId, StateCode} from "./party.ts";
import type {Sector} from "./sector.ts";
import type {Day} from "./time.ts";

/** PLOVER event types (Open Event Data Alliance, PLOVER manual). */
export const eventTypes = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type EventType = (typeof eventTypes)[number];

/** How far the thing had come when it was said. */
export const modes = [
  "done",
  "announced",
  "planned",
  "proposed",
  "denied",
  "hypothetical",
] as const;
export type Mode = (typeof modes)[number];

export type Quad =
  | "verbal co-operation"
  | "material co-operation"
  | "verbal conflict"
  | "material conflict";

/** One passage: who did what to whom. */
export interface CodedEvent extends EventDetail {
  readonly id: string;
  readonly type: EventType;
  readonly quad: Quad;
  readonly mode: Mode;
  readonly sectors: readonly Sector[];
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
  /** True where both sides act: talks, agreements, exercises. */
  readonly symmetric: boolean;
  readonly when: Day | Gap;
  readonly evidence: PassageEvidence;
  /** Words and rules that decided, for "why". */
  readonly because: readonly string[];
  /** 0..1; a rule coder states the share right on its own dev set, not a guess. `null` when it has none. */
  readonly confidence: number | null;
  readonly coder: {readonly id: string; readonly version: number};
}

/** Who took part in a move, on which side, and for how much of that side: the weights of a side sum to 1. */
export interface Participant {
  readonly party: PartyId;
  /** `both` where the act is joint and has no sides. */
  readonly side: "source" | "target" | "both";
  readonly weight: number;
  /** For a bloc: its members of that day, each for an equal part of the bloc's weight. */
  readonly through: readonly {readonly state: StateCode; readonly weight: number}[];
}

/** How a report came to stand in its move. */
export interface LinkedReport {
  readonly eventId: string;
  readonly articleId: string;
  /** 0..1, of the recipe that linked it; null for the report with which the move began, or which a person placed. */
  readonly score: number | null;
  readonly because: readonly string[];
}

/** Another move that may be the same: the recipe cannot tell, and a person can (`demarche judge same`, `not-same`). */
export interface MaybeSame {
  readonly moveId: string;
  readonly score: number;
  readonly because: readonly string[];
}

/** One thing in the world, with all its evidence. Articles, independent origins and moves are counted apart. */
export interface Move {
  readonly id: string;
  readonly type: EventType | null;
  readonly mode: Mode;
  readonly sectors: readonly Sector[];
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
  /** Everyone who took part, weighted, so that a summit of ten is one move and not forty-five. */
  readonly participants: readonly Participant[];
  readonly summary: string;
  readonly when: Day | Gap;
  /** Precision of `when`: datasets often know only the year. */
  readonly precision: "day" | "month" | "year" | "unknown";
  readonly recordedOn: Day;
  readonly articles: number;
  readonly independentOrigins: number;
  readonly grade: Grade;
  readonly evidence: readonly Evidence[];
  /** Where it came from: an article's passage, or a dataset. */
  readonly from:
    | "article"
    | "vote"
    | "agreement"
    | "arms"
    | "membership"
    | "event-row"
    | "leader"
    | "sanction";
  readonly specimen: boolean;
  /** The recipe that linked reports into this move, each with its score; only on moves from articles. */
  readonly recipe?: Method;
  readonly reports?: readonly LinkedReport[];
  readonly maybeSameAs?: readonly MaybeSame[];
  /** People who would have it otherwise than it stands here. */
  readonly disputedBy?: readonly string[];
}

/** "2022-03-02", "2022-03" or "2022", as far as the date is known; "undated" where it is not. */
export function whenText({when, precision}: Pick<Move, "when" | "precision">): string {
  if (isGap(when)) return "undated";
  return precision === "year" ? when.slice(0, 4) : precision === "month" ? when.slice(0, 7) : when;
}
