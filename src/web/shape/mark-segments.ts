import type {Stretch} from "../../api/index.ts";

export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts `text.slice(within)` into stretches that lie inside the marks and outside them, in order; no character is lost. */
export function markSegments(
  text: string,
  within: Stretch,
  marks: readonly Stretch[],
): readonly Segment[] {
  const cuts = new Set([within.start, within.end]);
  for (const {start, end} of marks)
    for (const at of [start, end]) if (at > within.start && at < within.end) cuts.add(at);
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).flatMap((start, index): Segment[] => {
    const end = points[index + 1] ?? within.end;
    if (end <= start) return [];
    const marked = marks.some((mark) => mark.start <= start && end <= mark.end);
    return [{start, text: text.slice(start, end), marked}];
  });
}
