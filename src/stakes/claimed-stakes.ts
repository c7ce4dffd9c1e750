import {findSectors} from "../coding/index.ts";
import type {
  Article,
  Cell,
  PartyId,
  Reach,
  Reference,
  Sector,
  StateCode,
  Table,
  TableCell,
  Watch,
} from "../world/index.ts";
import {clipLine, gradeLabel, isGap} from "../world/index.ts";
import {nearestNamed} from "./nearest-named.ts";
import type {Side} from "./stake-rule.ts";
import {type Context, contextOf, tableContexts} from "./table-contexts.ts";

/** What an article claims of one state, partner and sector. */
export interface ClaimedStake {
  readonly state: StateCode;
  readonly partner: PartyId;
  readonly sector: Sector;
  readonly side: Side;
  readonly cell: Cell;
}

/** Column heads, in English, Indonesian and Malay, that make a table one of benefits and risks. */
const heads: Readonly<Record<Side, RegExp>> = {
  benefits: /\b(benefits?|advantages?|gains?|opportunit(y|ies)|manfaat|keuntungan|faedah)\b/i,
  risks: /\b(risks?|threats?|dangers?|drawbacks?|downsides?|risiko|ancaman)\b/i,
};

/** Longest quotation in a cell, in characters; the evidence keeps the whole. */
const longestQuote = 120;
const longestTitle = 60;
/** Characters of a cell that are read for its sector. */
const longestRead = 2_000;
/** Rows and columns that are read of one table: more is no table for a reader. */
const mostRows = 100;
const mostColumns = 12;

/**
 * The benefits and risks that articles list in tables, as their claims and no more. The row's head gives the sector;
 * states and partner are those that the cell's surroundings name (`table-contexts.ts`), and the evidence says where.
 */
export function claimedStakes(
  articles: readonly Article[],
  watch: Watch,
  reference: Reference,
): ClaimedStake[] {
  return articles.flatMap((article) =>
    article.tables.flatMap((table) => tableClaims(article, table, watch, reference)),
  );
}

function tableClaims(
  article: Article,
  table: Table,
  watch: Watch,
  reference: Reference,
): ClaimedStake[] {
  const sides = table.columns.slice(0, mostColumns).map(({text}): Side | null => {
    if (heads.benefits.test(text)) return "benefits";
    return heads.risks.test(text) ? "risks" : null;
  });
  // A first column of benefits would leave no head to say what they are of.
  if (sides[0] !== null || sides.every((side) => side === null)) return [];
  const contexts = tableContexts(article, table, reference);
  return table.rows.slice(0, mostRows).flatMap((row) => {
    const first = row[0];
    const head = first === undefined || isGap(first) ? "" : first.text;
    const above = [contextOf(head, "column", "row heading", reference), ...contexts];
    return row.flatMap((cell, column) => {
      const side = sides[column];
      if (side === undefined || side === null || isGap(cell) || !/\p{L}{2}/u.test(cell.text))
        return [];
      const claims = placeClaim({article, cell, above, watch, reference});
      return sectorsOf(head, cell.text, reference).flatMap((sector) =>
        claims.map((claim) => ({...claim, sector, side})),
      );
    });
  });
}

/** All sectors that the row's head names; where it names none, the one that most of the cell's words point to. */
function sectorsOf(head: string, text: string, reference: Reference): Sector[] {
  const named = findSectors(head, reference);
  const found =
    named.length > 0 ? named : findSectors(text.slice(0, longestRead), reference).slice(0, 1);
  return found.map(({sector}) => sector);
}

interface Placed {
  readonly article: Article;
  readonly cell: TableCell;
  readonly above: readonly Context[];
  readonly watch: Watch;
  readonly reference: Reference;
}

/** A claim stands in the row of each watched state and power that its nearest surroundings name. */
function placeClaim({article, cell, above, watch, reference}: Placed) {
  const own = contextOf(cell.text, "named", "", reference);
  const states = nearestNamed([own, ...above], watch.states);
  // The cell's own words are no guide to the partner: "may anger Washington" is a risk of dealing with another.
  const powers = nearestNamed(above, watch.powers, {subject: true});
  return states.flatMap((state) =>
    powers
      .filter((power) => power.party !== state.party)
      .map((power) => ({
        state: state.party,
        partner: power.party,
        cell: claimCell(article, cell, [state, power]),
      })),
  );
}

function claimCell(article: Article, cell: TableCell, reaches: readonly Reach[]): Cell {
  const raw = article.text.slice(cell.start, cell.end);
  const start = cell.start + raw.length - raw.trimStart().length;
  const quote = raw.trim();
  const who = article.specimen
    ? "A specimen article claims"
    : `${isGap(article.title) ? "An article without a title" : `“${clipLine(article.title, longestTitle)}”`} (${gradeLabel(article.grade)}) claims`;
  return {
    text: `${who}: “${clipLine(quote, longestQuote)}”; no quantified evidence`,
    about: reaches.map(({party}) => party),
    evidence: [
      {
        kind: "passage",
        articleId: article.id,
        start,
        end: start + quote.length,
        quote,
        reaches,
        specimen: article.specimen,
      },
    ],
    figure: null,
    gap: null,
    grade: article.grade,
  };
}
