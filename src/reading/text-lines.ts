import {InputError} from "../sources/index.ts";
import type {Stretch} from "../world/index.ts";

/** A line without its line end and without white space at either side; a blank one has no text. */
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

/** Lines in one text. An article has some hundreds; a book has 20,000. */
const mostLines = 200_000;

/**
 * Cuts text at line feeds; each line keeps its place.
 *
 * @throws InputError when there are more lines than in any article.
 */
export function textLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    if (lines.length >= mostLines)
      throw new InputError(
        `the text has more than ${mostLines} lines`,
        "give the article alone, or split the file",
        {status: 413},
      );
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    lines.push(trimStretch(text, start, end));
    start = end + 1;
  }
  return lines;
}
