import type {SentenceEvent} from "./sentence-event.ts";

/** Events found on the dev part of `bench/data/events.json`, and those whose type and both sides were right. */
export type FamilyCounts = Readonly<
  Record<SentenceEvent["family"], {readonly right: number; readonly of: number}>
>;

/** Counted by `bench/count-families.ts`; a test holds this table against a fresh count. */
export const familyCounts: FamilyCounts = {
  verb: {right: 24, of: 26},
  "verb phrase": {right: 39, of: 44},
  "carried noun": {right: 4, of: 4},
  "bare noun": {right: 5, of: 5},
  "table cell": {right: 0, of: 0},
};

/**
 * How often this family of rules was right on our own dev set, by Laplace's rule of succession (right + 1) / (of + 2), so
 * that four out of four is no certainty; `null` where none was met. The rules were tuned on that set, so it flatters.
 */
export function confidenceOf(family: SentenceEvent["family"]): number | null {
  const {right, of} = familyCounts[family];
  return of === 0 ? null : (right + 1) / (of + 2);
}
