import type {PageLine} from "./page-lines.ts";

const listMark = /^(?:[-*•–·▪●]|\d{1,3}[.)]|[a-z][)])\s+\S/;
const pageNumber =
  /^(?:page|hal(?:aman)?\.?|стр\.?)?\s{0,2}[-–]?\s{0,2}\d{1,4}\s{0,2}[-–]?(?:\s{0,2}(?:of|\/|dari|из)\s{0,2}\d{1,4})?$/i;
/** Scripts that are written without blanks between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

interface Paragraph {
  readonly lines: PageLine[];
  left: number;
  right: number;
}

/** The paragraphs of pages whose lines stand in reading order. A page's end is no paragraph's. */
export function paragraphsOf(pages: readonly (readonly PageLine[])[]): string[] {
  const bare = withoutRunningHeads(pages);
  const spacing = usualSpacing(bare);
  const words = knownWords(bare);
  const paragraphs: Paragraph[] = [];
  for (const page of bare) {
    for (const [i, line] of page.entries()) {
      const open = paragraphs.at(-1);
      const above = open?.lines.at(-1);
      if (open === undefined || above === undefined || !goesOn(open, above, line, i === 0, spacing))
        paragraphs.push({lines: [line], left: line.left, right: line.right});
      else {
        open.lines.push(line);
        open.left = Math.min(open.left, line.left);
        open.right = Math.max(open.right, line.right);
      }
    }
  }
  return paragraphs.map(({lines}) => joinLines(lines, words));
}

/** Whether a line goes on with the paragraph above it, in its column, at the head of the next one, or over the page. */
function goesOn(
  open: Paragraph,
  above: PageLine,
  line: PageLine,
  isOverPage: boolean,
  spacing: number,
): boolean {
  if (Math.abs(above.size - line.size) > 0.12 * above.size || listMark.test(line.text))
    return false;
  const down = above.y - line.y;
  if (isOverPage || down <= 0) return goesOnElsewhere(above, line);
  if (down > 1.35 * spacing * line.size) return false;
  if (open.lines.length > 1 && line.left - above.left > 0.8 * line.size) return false;
  const width = Math.max(open.right - open.left, line.right - line.left);
  const isShort = above.right - above.left < 0.75 * width;
  return !(isShort && /[.!?:"”’»。！？]$/.test(above.text));
}

function goesOnElsewhere(above: PageLine, line: PageLine): boolean {
  if (/[.!?:;"”»。！？]$/.test(above.text)) return false;
  const begins = /^[\p{Ll}\p{N}(“"«]/u.test(line.text) || unspaced.test(line.text[0] ?? "");
  return begins || /[-,\u00ad]$/.test(above.text);
}

function joinLines(lines: readonly PageLine[], words: ReadonlySet<string>): string {
  let text = "";
  for (const line of lines) {
    if (text === "") text = line.text;
    else if (/\u00ad$/.test(text)) text = `${text.slice(0, -1)}${line.text}`;
    else if (/\p{L}[-‐]$/u.test(text)) text = joinBroken(text, line.text, words);
    else if (unspaced.test(text.at(-1) ?? "") && unspaced.test(line.text[0] ?? ""))
      text += line.text;
    else text += ` ${line.text}`;
  }
  return text.replaceAll("\u00ad", "");
}

/** A word that a line's end broke; "long-" over "term" stays whole where the text writes "long-term" elsewhere, or with a capital behind. */
function joinBroken(text: string, next: string, words: ReadonlySet<string>): string {
  const first = /[\p{L}\p{M}-]{1,40}-$/u.exec(text.slice(-41).replaceAll("‐", "-"))?.[0] ?? "-";
  const second = /^[\p{L}\p{M}]{1,40}/u.exec(next)?.[0] ?? "";
  const whole = `${first.slice(0, -1)}${second}`.toLowerCase();
  const isCompound = words.has(`${first}${second}`.toLowerCase()) && !words.has(whole);
  return isCompound || !/^\p{Ll}/u.test(next) ? text + next : text.slice(0, -1) + next;
}

function knownWords(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const page of pages)
    for (const {text} of page)
      for (const [word] of text
        .toLowerCase()
        .matchAll(/[\p{L}\p{M}]{1,40}(?:-[\p{L}\p{M}]{1,40})*/gu))
        words.add(word);
  return words;
}

/** Distance between the lines of a paragraph in parts of the font's size: the one that occurs most. */
function usualSpacing(pages: readonly (readonly PageLine[])[]): number {
  const counts = new Map<number, number>();
  for (const page of pages)
    for (const [i, line] of page.entries()) {
      const above = page[i - 1];
      const down = above === undefined ? 0 : Math.round((10 * (above.y - line.y)) / line.size) / 10;
      if (down > 0.8 && down < 3) counts.set(down, (counts.get(down) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1.2;
}

/** Without page numbers, and without first and last lines that stand on most pages alike but for their figures. */
function withoutRunningHeads(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  const seen = new Map<string, number>();
  const pattern = ({text}: PageLine) => text.replace(/\d+/g, "#");
  const edges = (page: readonly PageLine[]) => {
    const byHeight = [...page].sort((a, b) => b.y - a.y);
    return new Set([byHeight[0], byHeight.at(-1)].filter((line) => line !== undefined));
  };
  for (const page of pages)
    for (const line of edges(page)) seen.set(pattern(line), (seen.get(pattern(line)) ?? 0) + 1);
  return pages.map((page) => {
    const atEdge = edges(page);
    return page.filter((line) => {
      if (!atEdge.has(line)) return true;
      if (pageNumber.test(line.text)) return pages.length === 1;
      return pages.length < 3 || (seen.get(pattern(line)) ?? 0) < 0.5 * pages.length;
    });
  });
}
