import type {PageLine} from "./page-lines.ts";

/** A column is text, not a table's, when its lines have so many characters on average, and there are so many of them. */
const shortestAverage = 18;
const fewestLines = 3;
/** No page has more lines; in more, no columns are looked for. */
const mostLines = 2000;
/** Lines that may run across the gutter between two columns: titles, captions, notes. */
const mostAcross = 0.35;

/** A page's lines as they are read: where text stands in columns, the left one to its end before the right one. */
export function readingOrder(lines: readonly PageLine[]): PageLine[] {
  const gutter = findGutter(lines);
  if (gutter === null) return [...lines];
  const ordered: PageLine[] = [];
  let band: PageLine[] = [];
  const close = () => {
    ordered.push(
      ...readingOrder(band.filter((line) => line.right <= gutter)),
      ...readingOrder(band.filter((line) => line.left >= gutter)),
    );
    band = [];
  };
  for (const line of lines) {
    if (line.left < gutter && line.right > gutter) {
      close();
      ordered.push(line);
    } else band.push(line);
  }
  close();
  return ordered;
}

/** Where a blank strip parts the page into two columns of text; null where none does. */
function findGutter(lines: readonly PageLine[]): number | null {
  if (lines.length < 2 * fewestLines || lines.length > mostLines) return null;
  let best: {at: number; across: number} | null = null;
  for (const at of candidates(lines)) {
    const left = lines.filter((line) => line.right <= at);
    const right = lines.filter((line) => line.left >= at);
    const across = lines.length - left.length - right.length;
    if (across > mostAcross * lines.length || !isColumn(left) || !isColumn(right)) continue;
    if (!standBeside(left, right)) continue;
    if (best === null || across < best.across) best = {at, across};
  }
  return best?.at ?? null;
}

/** Left edges that several lines share: a column begins there. A hair before it is the gutter. */
function candidates(lines: readonly PageLine[]): number[] {
  const counts = new Map<number, number>();
  for (const {left} of lines) {
    const edge = Math.round(left);
    counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= fewestLines)
    .map(([edge]) => edge - 1)
    .sort((a, b) => a - b);
}

function isColumn(lines: readonly PageLine[]): boolean {
  const characters = lines.reduce((sum, {text}) => sum + text.length, 0);
  return lines.length >= fewestLines && characters >= shortestAverage * lines.length;
}

/** Columns share most of the height of the shorter one. */
function standBeside(left: readonly PageLine[], right: readonly PageLine[]): boolean {
  const [a, b] = [reach(left), reach(right)];
  const shared = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return shared >= 0.5 * Math.min(a.top - a.bottom, b.top - b.bottom);
}

function reach(lines: readonly PageLine[]) {
  const heights = lines.map(({y}) => y);
  return {top: Math.max(...heights), bottom: Math.min(...heights)};
}
