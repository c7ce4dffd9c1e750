import type {
  Article,
  Block,
  CodedEvent,
  Day,
  Mode,
  PartyId,
  Reach,
  Reference,
  Sector,
  Stretch,
  TableCell,
} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import {readPassage, type SentenceEvent} from "./code-sentence.ts";
import {findMentions} from "./find-mentions.ts";
import {findSectors} from "./find-sectors.ts";
import {headingReaches} from "./heading-reaches.ts";
import {toCodedEvent} from "./to-coded-event.ts";

/** Columns that tell topics or effects, not what anyone did. */
const noMoves =
  /\b(focus|areas?|sectors?|interests?|benefits?|risks?|outcomes?|results?|impacts?|opportunit\w+|challenges?|effects?|goals?|objectives?|implications?|countr(?:y|ies)|states?)\b/i;
const proposing = /\b(propos\w*|recommend\w*|suggest\w*|policy|options?)\b/i;

/**
 * Codes the cells of an article's tables. A cell speaks of the party in its row's head, and of the partner that the
 * heading above names; the column's head says whether it tells moves, proposals, or effects (which are no moves).
 */
export function codeTables(
  article: Article,
  reference: Reference,
  on: Day,
  isResidue: (stretch: Stretch) => boolean,
  headingOf: (article: Article, block: Block) => string,
): CodedEvent[] {
  const events: CodedEvent[] = [];
  for (const table of article.tables) {
    const block = article.blocks.find(
      (one) => one.kind === "table" && one.start <= table.start && table.start < one.end,
    );
    const heading = block === undefined ? "" : headingOf(article, block);
    for (const row of table.rows) {
      const cells = row.map((cell) => (isGap(cell) ? null : cell));
      const rowHead = cells[0]?.text ?? "";
      cells.forEach((cell, index) => {
        const column = table.columns[index]?.text ?? "";
        if (cell === null || index === 0 || noMoves.test(column)) return;
        const stretch = exactStretch(article, cell);
        if (isResidue(stretch)) return;
        const text = article.text.slice(stretch.start, stretch.end);
        for (const found of readPassage(text, reference, on, [])) {
          const event = withRow(found, rowHead, heading, reference);
          if (event.sources.length === 0) continue;
          const mode: Mode =
            proposing.test(column) && event.mode === "done" ? "proposed" : event.mode;
          const because = [...event.because, `column: ${column}`];
          const sectors = cellSectors(text, cells, index, reference);
          events.push(
            toCodedEvent(
              article,
              stretch,
              {...event, mode, because, family: "table cell"},
              sectors,
              reference,
            ),
          );
        }
      });
    }
  }
  return events;
}

/** The row's party acts; the heading's other parties are the partner; what the cell names itself goes first. */
function withRow(
  event: SentenceEvent,
  rowHead: string,
  heading: string,
  reference: Reference,
): SentenceEvent {
  const named = [...new Set([...event.sources, ...event.targets])];
  const row = findMentions(rowHead, reference)
    .filter((one, i, all) => all.findIndex((other) => other.party === one.party) === i)
    .filter((one) => !named.includes(one.party))
    .map((one): Reach => ({party: one.party, how: "column", by: `row heading: ${rowHead}`}));
  const own: PartyId[] = [...row.map((one) => one.party), ...named];
  const linked = own.length > 1 ? [] : headingReaches(heading, own, reference);
  const partners = linked.map((one) => one.party);
  const reaches = [...event.reaches, ...row, ...linked];
  const sources = own.length > 0 ? own : partners;
  const targets = own.length > 0 ? partners : [];
  const mutual = event.symmetric || sources.length > 1 || targets.length === 0;
  const all = [...new Set([...sources, ...targets])];
  if (mutual || event.mutual)
    return {
      ...event,
      sources: all,
      targets: all.length > 1 ? all : [],
      symmetric: all.length > 1,
      reaches,
    };
  return {...event, sources, targets, reaches};
}

/** The cell's own subject; where it has none but diplomacy, that of its neighbours in the row. */
function cellSectors(
  text: string,
  cells: readonly (TableCell | null)[],
  index: number,
  reference: Reference,
): readonly Sector[] {
  const subject = (part: string) =>
    findSectors(part, reference)
      .map((one) => one.sector)
      .filter((one) => one !== "other");
  const own = subject(text);
  if (own.some((one) => one !== "diplomacy")) return own;
  const beside = subject(
    cells
      .filter((_, i) => i !== index)
      .map((cell) => cell?.text ?? "")
      .join(" ; "),
  );
  if (beside.length > 0) return beside;
  return own.length > 0 ? own : ["other"];
}

function exactStretch(article: Article, cell: TableCell): Stretch {
  const raw = article.text.slice(cell.start, cell.end);
  const lead = raw.length - raw.trimStart().length;
  return {start: cell.start + lead, end: cell.start + lead + raw.trim().length};
}
