import type {Article, Block, Flag, Table} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import type {FoundCite} from "./find-cites.ts";
import {officialHost} from "./official-host.ts";

const replacement = "\uFFFD";
/** The lead is the first two paragraphs; bylines and captions are shorter than this many characters. */
const shortestLead = 80;

/** What a reader should know about a text before leaning on it. A flag of the whole text has the empty stretch 0-0. */
export function findFlags(
  article: Pick<Article, "text" | "blocks" | "tables" | "published" | "author" | "origin">,
  cites: readonly FoundCite[],
  marks: readonly Flag[],
  brokenBytes: number,
): Flag[] {
  const {text, blocks, tables, published, author} = article;
  const flags: Flag[] = [];
  const whole = {start: 0, end: 0};
  if (brokenBytes > 0) flags.push(badEncoding(text, brokenBytes));
  if (isGap(published)) flags.push({kind: "no-date", ...whole, note: published.why});
  // An authority stands for what it says on its own site.
  if (isGap(author) && officialHost(article.origin) === null)
    flags.push({kind: "no-author", ...whole, note: author.why});
  for (const cite of passedOn(cites, text, blocks))
    flags.push({
      kind: "secondary",
      start: cite.start,
      end: cite.end,
      note: `it passes on what ${cite.name} reported`,
    });
  for (const cite of firstOfEach(cites))
    flags.push({
      kind: "source-not-seen",
      start: cite.start,
      end: cite.end,
      note: `the report of ${cite.name} was not read`,
    });
  for (const {start, end, repairs} of tables)
    if (repairs.length > 0)
      flags.push({kind: "table-repaired", start, end, note: repairs.join("; ")});
  flags.push(...templateTables(tables), ...marks);
  return flags.sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1));
}

function badEncoding(text: string, count: number): Flag {
  const at = text.indexOf(replacement);
  const where = at === -1 ? "outside the kept text" : `the first at character ${at}`;
  const note = `${count} ${count === 1 ? "place is" : "places are"} no UTF-8, ${where}; each stands as ${replacement}`;
  return {kind: "bad-encoding", start: Math.max(at, 0), end: at === -1 ? 0 : at + 1, note};
}

/** An outlet cited in the lead carries the whole text; one cited far below carries its own sentence only. */
function passedOn(
  cites: readonly FoundCite[],
  text: string,
  blocks: readonly Block[],
): FoundCite[] {
  const told = blocks.filter(
    ({kind, start, end}) => kind === "paragraph" && end - start >= shortestLead,
  );
  const lead = told[1]?.end ?? text.length;
  return firstOfEach(cites).filter(({start}) => start < lead);
}

function firstOfEach(cites: readonly FoundCite[]): FoundCite[] {
  const outlets = cites.filter(({kind}) => kind === "outlet");
  const first = new Map([...outlets].reverse().map((cite) => [cite.name, cite]));
  return outlets.filter((cite) => first.get(cite.name) === cite);
}

/** Tables of a pattern: two and more, of three columns and more, in which not one cell has a figure. */
function templateTables(tables: readonly Table[]): Flag[] {
  const hollow = tables.filter(
    ({columns, rows}) =>
      columns.length >= 3 &&
      rows.length >= 2 &&
      rows.every((row) => row.every((cell) => isGap(cell) || !/\d/.test(cell.text))),
  );
  const [first, last] = [hollow[0], hollow.at(-1)];
  if (hollow.length < 2 || first === undefined || last === undefined) return [];
  const note = `${hollow.length} tables of one pattern hold no figure and no date`;
  return [{kind: "template-tables", start: first.start, end: last.end, note}];
}
