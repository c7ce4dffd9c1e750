import {findTables} from "./find-tables.ts";
import {type Kept, nothingStated, type Part, placeUnderHeadings} from "./kept.ts";
import {mendTable} from "./mend-table.ts";
import {type Line, textLines} from "./text-lines.ts";

/** No line of a text that was broken by hand or by a mail program is longer than this, in characters. */
const wrappedWidth = 100;
const longestHeading = 120;

const listMark = /^(?:[-*•–·]|\d{1,3}[.)]|[a-z][)])\s+\S/;
const hashes = /^(#{1,6})\s+\S/;
const bold = /^\*\*[^*]{1,120}\*\*:?$/;
/** Lines that tell who wrote when are short and unpunctuated like headings. */
const byline =
  /^(?:(?:by|oleh|par|por|reporter|editor|published|posted|updated|date|diterbitkan|автор|опубликовано)[\s:]|(?:记者|作者|来源|时间)[：:\s])/iu;
const dateOnly =
  /^(?:\p{L}+,?\s+)?\d{1,2}[\s/.-]\p{L}{3,}[\s/.,-]+\d{4}|^\p{L}{3,}\s+\d{1,2},\s+\d{4}|^\d{4}-\d\d-\d\d|^\d{4}年\d{1,2}月/u;

/** Text as typed: the kept text is the text itself, so that its offsets are those of the file. */
export function readPlain(text: string): Kept {
  const lines = textLines(text);
  const tables = findTables(text, lines);
  const rows = new Set(tables.flatMap(({from, to}) => lines.slice(from, to)));
  const wrapped = isWrapped(lines.filter((line) => !rows.has(line)));
  const parts: Part[] = [];
  let at = 0;
  for (const {from, to, start, end} of tables) {
    parts.push(...flowParts(lines.slice(at, from), wrapped, lines[from]));
    parts.push({kind: "table", start, end});
    at = to;
  }
  parts.push(...flowParts(lines.slice(at), wrapped));
  const titled = parts.map(
    (part, i): Part => (part.kind === "heading" && i === 0 ? {...part, level: 1} : part),
  );
  return {
    text,
    blocks: placeUnderHeadings(titled),
    tables: tables.map((table) => mendTable(text, table)),
    stated: nothingStated,
  };
}

function isWrapped(lines: readonly Line[]): boolean {
  const written = lines.filter((line) => line.text !== "" && !line.text.includes("|"));
  return written.length > 2 && written.every((line) => line.end - line.start <= wrappedWidth);
}

function flowParts(lines: readonly Line[], wrapped: boolean, tableBelow?: Line): Part[] {
  const paragraphs = joinLines(lines, wrapped);
  return paragraphs.map((one, i) => partOf(one, paragraphs[i + 1] ?? tableBelow, wrapped));
}

interface Paragraph extends Line {
  readonly lines: number;
}

/** Lines that belong together. In a text without hand-made line breaks every line stands alone. */
function joinLines(lines: readonly Line[], wrapped: boolean): Paragraph[] {
  const width = lines.reduce((most, line) => Math.max(most, line.end - line.start), 0);
  const joined: Paragraph[] = [];
  let open: Line[] = [];
  const close = () => {
    const [first, last] = [open[0], open.at(-1)];
    if (first !== undefined && last !== undefined)
      joined.push({
        start: first.start,
        end: last.end,
        text: open.map((line) => line.text).join(" "),
        lines: open.length,
      });
    open = [];
  };
  for (const line of lines) {
    const above = open.at(-1);
    if (line.text === "" || (above !== undefined && (!wrapped || endsBefore(above, line, width))))
      close();
    if (line.text !== "") open.push(line);
  }
  close();
  return joined;
}

/** A wrapped line goes on below unless the next word would have fitted with room to spare, or a new kind begins. */
function endsBefore(above: Line, below: Line, width: number): boolean {
  const firstWord = /^\S+/.exec(below.text)?.[0].length ?? 0;
  const spare = width - (above.end - above.start) - 1 - firstWord;
  return (
    spare > 15 || listMark.test(below.text) || hashes.test(below.text) || hashes.test(above.text)
  );
}

function partOf(paragraph: Paragraph, below: Line | undefined, wrapped: boolean): Part {
  const {start, end, text} = paragraph;
  const level = hashes.exec(text)?.[1]?.length;
  if (level !== undefined && paragraph.lines === 1) return {kind: "heading", start, end, level};
  if (/^>\s?\S/.test(text)) return {kind: "quote", start, end};
  if (listMark.test(text)) return {kind: "list-item", start, end};
  return {kind: isHeading(paragraph, below, wrapped) ? "heading" : "paragraph", start, end};
}

/** A short line without a full stop above a longer text is a heading; a last line is none. */
function isHeading(paragraph: Paragraph, below: Line | undefined, wrapped: boolean): boolean {
  const {text} = paragraph;
  if (bold.test(text)) return true;
  if (paragraph.lines > (wrapped ? 2 : 1) || below === undefined) return false;
  if (text.length > longestHeading || /[.,;:!…"”’。，；：！]$/.test(text)) return false;
  if (/^\p{Ll}/u.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (byline.test(text) || dateOnly.test(text)) return false;
  return (
    below.text.length > text.length ||
    [listMark, byline, dateOnly].some((pattern) => pattern.test(below.text)) ||
    below.text.includes("|")
  );
}
