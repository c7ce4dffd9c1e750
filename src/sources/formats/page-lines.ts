/** A run of text on a page, in points from the page's lower left corner; `size` is the font's. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Text on one baseline that belongs together: a line of one column. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Gap in which a word ends, and one that only columns or cells leave, in parts of the font's size. */
const wordGap = 0.18;
const columnGap = 1.6;

/** Runs of one page as lines, from the top down, left before right. */
export function pageLines(runs: readonly TextRun[]): PageLine[] {
  const sorted = runs.filter(({text}) => text.trim() !== "").sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: PageLine[] = [];
  let row: TextRun[] = [];
  const close = () => {
    lines.push(...cutRow(row.sort((a, b) => a.x - b.x)));
    row = [];
  };
  for (const run of sorted) {
    const first = row[0];
    if (first !== undefined && first.y - run.y > 0.4 * Math.min(first.size, run.size)) close();
    row.push(run);
  }
  close();
  return lines;
}

function cutRow(row: readonly TextRun[]): PageLine[] {
  const lines: PageLine[] = [];
  let open: {text: string; left: number; right: number; y: number; size: number} | null = null;
  for (const {text, x, y, width, size} of row) {
    if (open !== null && x - open.right <= columnGap * Math.max(open.size, size)) {
      const isApart =
        x - open.right > wordGap * size && !/\s$/.test(open.text) && !/^\s/.test(text);
      open.text += isApart ? ` ${text}` : text;
      open.right = Math.max(open.right, x + width);
      open.size = Math.max(open.size, size);
    } else {
      if (open !== null) lines.push(open);
      open = {text, left: x, right: x + width, y, size};
    }
  }
  if (open !== null) lines.push(open);
  return lines.map((line) => ({...line, text: line.text.replace(/\s+/g, " ").trim()}));
}
