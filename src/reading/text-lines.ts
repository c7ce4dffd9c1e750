import type {Stretch} from "../world/index.ts";

/** A line without its line end and without white space at either side; `gap` is true for a blank one. */
export interface Line extends Stretch {
  readonly text: string;
}

/** The stretch without the white space at its ends. */
export function trimStretch(text: string, start: number, end: number): Line {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  const trimmed = slice.trim();
  // An empty stretch stays where it began, so that its offsets lie in its line.
  const from = trimmed === "" ? start : start + lead;
  return {start: from, end: from + trimmed.length, text: trimmed};
}

/** Cuts text at line feeds; each line keeps its place. */
export function textLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    lines.push(trimStretch(text, start, end));
    start = end + 1;
  }
  return lines;
}
