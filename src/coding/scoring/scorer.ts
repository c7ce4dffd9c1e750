import {type EventType, eventTypes} from "../../world/index.ts";
import type {Asked, Reading} from "./type-features.ts";

/** What a reading may be: one of PLOVER's types, or no event. */
export type ScoredType = EventType | "NONE";

/** All of them, in the order of the weights of the model of types. */
export const scoredTypes = [...eventTypes, "NONE"] as const;

/** How likely each type is, and in plain words what moved one most: worked out only when asked for. */
export interface Score {
  readonly probabilities: Readonly<Record<ScoredType, number>>;
  /**
   * How likely it is that a type is right once an event is told of, 0..1, where the scorer was calibrated by itself; where it
   * has none, what weighs the ways to read the sentence tells it.
   */
  readonly confidenceOf?: (type: ScoredType) => number;
  readonly why: (type: ScoredType) => readonly string[];
}

/** Judges the readings of one sentence. Another scorer takes this one's place without the rest knowing. */
export interface Scorer {
  readonly id: string;
  readonly version: number;
  readonly score: (asked: Asked, readings: readonly Reading[]) => readonly Score[];
}
