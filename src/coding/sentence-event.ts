import type {EventType, Mode, PartyId, Reach, Sector} from "../world/index.ts";
import type {SentenceDetail} from "./find-detail.ts";

/** What a sentence says, before its place in an article is known. */
export interface SentenceEvent {
  readonly type: EventType;
  readonly mode: Mode;
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
  readonly symmetric: boolean;
  readonly sectors: readonly Sector[];
  /** The act is one that two sides do together, even where only one is named. */
  readonly mutual: boolean;
  readonly because: readonly string[];
  readonly reaches: readonly Reach[];
  /** How likely it is that the type is right, 0..1. */
  readonly confidence: number;
  readonly detail: SentenceDetail;
}

/** A stretch that stands for parties though it does not name them: "both nations". */
export interface Stand {
  readonly start: number;
  readonly end: number;
  readonly parties: readonly PartyId[];
  readonly reaches: readonly Reach[];
}
