import type {Answer, MoveRow, PartyId, Sector, StateCode} from "../../api/index.ts";
import type {View} from "../view.ts";

export type MoveCell = MoveRow["moves"][number];

/** A move as one row shows it: once, with every partner of the row that it touches. */
export interface ListedMove {
  readonly cell: MoveCell;
  readonly partners: readonly PartyId[];
}

/** A row of the printed Moves table: one country and sector, all partners together. */
export interface MoveGroup {
  readonly country: StateCode;
  readonly sector: Sector;
  readonly rows: readonly MoveRow[];
  /** All moves, newest first, undated last. */
  readonly moves: readonly ListedMove[];
  /** What is shown before the reader asks for more: a move with each partner, newest first. */
  readonly first: readonly ListedMove[];
}

type Choice = Pick<View, "country" | "partner" | "sector">;

export function chosen(
  {country, partner, sector}: Choice,
  row: {readonly country: StateCode; readonly partner: PartyId; readonly sector: Sector},
): boolean {
  return (
    (country === null || row.country === country) &&
    (partner === null || row.partner === partner) &&
    (sector === null || row.sector === sector)
  );
}

/** Rows of one country and sector stand together, in the order of the watch. */
export function groupMoves(answer: Answer, choice: Choice): readonly MoveGroup[] {
  const groups = new Map<string, MoveRow[]>();
  for (const row of answer.moves) {
    if (!chosen(choice, row)) continue;
    const key = `${row.country} ${row.sector}`;
    const held = groups.get(key);
    if (held) held.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((rows): MoveGroup[] => {
    const [head] = rows;
    if (head === undefined) return [];
    const moves = listMoves(rows);
    return [{country: head.country, sector: head.sector, rows, moves, first: newestEach(moves)}];
  });
}

function listMoves(rows: readonly MoveRow[]): readonly ListedMove[] {
  const listed = new Map<string, {cell: MoveCell; partners: PartyId[]}>();
  for (const row of rows)
    for (const cell of row.moves) {
      const held = listed.get(cell.moveId);
      if (held) held.partners.push(row.partner);
      else listed.set(cell.moveId, {cell, partners: [row.partner]});
    }
  return [...listed.values()].sort(newestFirst);
}

function newestFirst(one: ListedMove, other: ListedMove): number {
  const [a, b] = [dayOf(one.cell), dayOf(other.cell)];
  if (a !== b) return a < b ? 1 : -1;
  return one.cell.moveId < other.cell.moveId ? -1 : 1;
}

function dayOf({when}: MoveCell): string {
  return typeof when === "string" ? when : "";
}

/** A report whose credibility cannot be judged, as most that a machine coded, and every specimen. */
function isUnjudged({cell}: ListedMove): boolean {
  return cell.specimen || cell.grade?.credibility === 6;
}

/**
 * The newest move with each partner, one that can be judged before any that cannot; with one partner alone, the newest
 * three in that order.
 */
function newestEach(moves: readonly ListedMove[]): readonly ListedMove[] {
  const ranked = [...moves.filter((move) => !isUnjudged(move)), ...moves.filter(isUnjudged)];
  const partners = new Set(moves.flatMap((move) => move.partners));
  if (partners.size < 2) return ranked.slice(0, 3).sort(newestFirst);
  const met = new Set<PartyId>();
  return ranked
    .filter((move) => {
      const fresh = move.partners.some((partner) => !met.has(partner));
      for (const partner of move.partners) met.add(partner);
      return fresh;
    })
    .sort(newestFirst);
}
