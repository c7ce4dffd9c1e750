import type {EventType} from "../../world/index.ts";
import type {Candidate} from "../find-candidates.ts";
import type {MaskedSentence, Spans} from "./type-features.ts";

/** What a reading may be: one of PLOVER's types, or no event. */
export type ScoredType = EventType | "NONE";

/** One reading of one sentence, to be judged. */
export interface Reading {
  readonly masked: MaskedSentence;
  readonly spans: Spans;
  /** What the rules make of the sentence, the likeliest first. */
  readonly candidates: readonly Candidate[];
  /** The rule reading that the spans come from; `null` where they are given. */
  readonly own: Candidate | null;
}

/** How likely each type is, and in plain words what moved one most: worked out only when asked for. */
export interface Score {
  readonly probabilities: Readonly<Record<ScoredType, number>>;
  readonly why: (type: ScoredType) => readonly string[];
}

/** Judges readings. Another one takes this one's place without the rest knowing. */
export interface Scorer {
  readonly id: string;
  readonly version: number;
  readonly score: (reading: Reading) => Score;
}
