import type {SentenceEvent} from "./code-sentence.ts";

/** Share of events right (type and both sides) by rule family on the dev part of `bench/data/events.json`. */
const shareRight: Readonly<Record<SentenceEvent["family"], number | null>> = {
  "verb phrase": null,
  verb: null,
  "carried noun": null,
  "bare noun": null,
  "table cell": null,
};

/** How often this family of rules was right on our own dev set; `null` where that was never measured. */
export function confidenceOf(family: SentenceEvent["family"]): number | null {
  return shareRight[family];
}
