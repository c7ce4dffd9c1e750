import type {EventPart, Stretch} from "../../api/index.ts";

export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
  /** The part of an event that it tells, if any. */
  readonly part: EventPart["part"] | null;
}

/** A stretch to be marked; a part of an event is marked within its passage. */
export interface Mark extends Stretch {
  readonly part?: EventPart["part"];
}

/** Cuts `text.slice(within)` into stretches that lie inside the marks and outside them, in order; no character is lost. */
export function markSegments(
  text: string,
  within: Stretch,
  marks: readonly Mark[],
): readonly Segment[] {
  const cuts = new Set([within.start, within.end]);
  for (const {start, end} of marks)
    for (const at of [start, end]) if (at > within.start && at < within.end) cuts.add(at);
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).flatMap((start, index): Segment[] => {
    const end = points[index + 1] ?? within.end;
    if (end <= start) return [];
    const over = marks.filter((mark) => mark.start <= start && end <= mark.end);
    const part = over.flatMap((mark) => mark.part ?? [])[0] ?? null;
    return [{start, text: text.slice(start, end), marked: over.length > 0, part}];
  });
}
