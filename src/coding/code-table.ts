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
import {readPassage} from "./code-sentence.ts";
import {englishEvent} from "./english-event.ts";
import {findMentions} from "./find-mentions.ts";
import {findSectors} from "./find-sectors.ts";
import {type Above, headingReaches} from "./heading-reaches.ts";
import type {Scorer} from "./scoring/scorer.ts";
import type {SentenceEvent} from "./sentence-event.ts";

/** Columns that tell topics or effects, not what anyone did. */
const noMoves =
  /\b(focus|areas?|sectors?|interests?|benefits?|risks?|outcomes?|results?|impacts?|opportunit\w+|challenges?|effects?|goals?|objectives?|implications?|countr(?:y|ies)|states?)\b/i;
const proposing = /\b(propos\w*|recommend\w*|suggest\w*|policy|options?)\b/i;

/** What the cells need to know of the article around them. */
export interface Surroundings {
  readonly isResidue: (stretch: Stretch) => boolean;
  readonly above: (block: Block) => Above;
}

/**
 * Codes the cells of an article's tables. A cell speaks of the party in its row's head, and of the partner that the
 * heading above names; the column's head says whether it tells moves, proposals, or effects (which are no moves).
 */
export function codeTables(
  article: Article,
  reference: Reference,
  on: Day,
  scorer: Scorer,
  {isResidue, above}: Surroundings,
): CodedEvent[] {
  const events: CodedEvent[] = [];
  for (const table of article.tables) {
    const block = article.blocks.find(
      (one) => one.kind === "table" && one.start <= table.start && table.start < one.end,
    );
    const over = block === undefined ? {heading: "", title: ""} : above(block);
    for (const row of table.rows) {
      const cells = row.map((cell) => (isGap(cell) ? null : cell));
      const rowHead = cells[0]?.text ?? "";
      cells.forEach((cell, index) => {
        const column = table.columns[index]?.text ?? "";
        if (cell === null || index === 0 || noMoves.test(column)) return;
        const stretch = exactStretch(article, cell);
        if (isResidue(stretch)) return;
        const text = article.text.slice(stretch.start, stretch.end);
        for (const found of readPassage(text, reference, on, {stands: [], isCell: true}, scorer)) {
          const event = withRow(found, rowHead, over, reference);
          if (event === null) continue;
          const mode: Mode =
            proposing.test(column) && event.mode === "done" ? "proposed" : event.mode;
          const because = [...event.because, `column: ${column}`];
          const sectors = cellSectors(event, text, cells, index, reference);
          events.push(
            englishEvent(article, stretch, {...event, mode, because, sectors}, reference, scorer),
          );
        }
      });
    }
  }
  return events;
}

/**
 * The row's party acts; the other parties of what stands above are the partner; what the cell names itself goes first.
 * `null` where nobody acts, or where a cell names nobody and only one party is reached from above.
 */
function withRow(
  event: SentenceEvent,
  rowHead: string,
  above: Above,
  reference: Reference,
): SentenceEvent | null {
  const named = [...new Set([...event.sources, ...event.targets])];
  const inRow = findMentions(rowHead, reference).map((one) => one.party);
  const row = [...new Set(inRow)]
    .filter((party) => !named.includes(party))
    .map((party): Reach => ({party, how: "column", by: `row heading: ${rowHead}`}));
  const own: PartyId[] = [...row.map((one) => one.party), ...named];
  const linked = own.length > 1 ? [] : headingReaches(above, own, reference);
  const partners = linked.map((one) => one.party);
  const reaches = [...event.reaches, ...row, ...linked];
  const all = [...own, ...partners];
  if (all.length === 0 || (own.length === 0 && all.length < 2)) return null;
  if (all.length === 1) return {...event, sources: all, targets: [], symmetric: false, reaches};
  const symmetric = event.symmetric || event.mutual || own.length !== 1;
  return symmetric
    ? {...event, sources: all, targets: all, symmetric, reaches}
    : {...event, sources: own, targets: partners, symmetric, reaches};
}

/** The cell's own subject; where it has none but diplomacy, that of its neighbours in the row. */
function cellSectors(
  event: SentenceEvent,
  text: string,
  cells: readonly (TableCell | null)[],
  index: number,
  reference: Reference,
): readonly Sector[] {
  const subject = (part: string) =>
    findSectors(part, reference)
      .map((one) => one.sector)
      .filter((one) => one !== "other" && one !== "diplomacy");
  if (subject(text).length > 0) return event.sectors;
  const beside = cells.flatMap((cell, i) => (i === index || cell === null ? [] : [cell.text]));
  const found = subject(beside.join(" ; "));
  return found.length > 0 ? found : event.sectors;
}

function exactStretch(article: Article, cell: TableCell): Stretch {
  const raw = article.text.slice(cell.start, cell.end);
  const lead = raw.length - raw.trimStart().length;
  return {start: cell.start + lead, end: cell.start + lead + raw.trim().length};
}
