import type {
  Cell,
  Evidence,
  FactBook,
  Move,
  MoveRow,
  PartyId,
  Reference,
  Sector,
  StateCode,
  Watch,
} from "../world/index.ts";
import {gap, membersOf, nameInText} from "../world/index.ts";
import {type Between, countMoves} from "./count-moves.ts";

function touches(move: Move, party: PartyId, members: ReadonlySet<StateCode>): boolean {
  const parties = [...move.sources, ...move.targets];
  return parties.some((one) => one === party || members.has(one));
}

/** Datasets whose rows can become moves of a sector, for saying where we looked when there are none. */
const searchedFor: Readonly<Record<Sector, SearchedDatasets>> = {
  energy: ["event-rows"],
  defence: ["arms-orders", "event-rows"],
  trade: ["agreements", "event-rows"],
  agriculture: ["event-rows"],
  technology: ["event-rows"],
  diplomacy: ["un-votes", "event-rows"],
  other: ["event-rows"],
};
type SearchedDatasets = readonly ("event-rows" | "arms-orders" | "agreements" | "un-votes")[];

/**
 * The Moves table: a row for each watched state, power and sector, with its moves in the order given. A sector in which
 * nothing is known keeps its row, which says where we looked.
 */
export function moveRows(
  moves: readonly Move[],
  book: FactBook,
  watch: Watch,
  reference: Reference,
): MoveRow[] {
  const rows: MoveRow[] = [];
  for (const country of watch.states) {
    for (const partner of watch.powers) {
      const members = new Set(membersOf(reference, partner, book.asOf));
      const between = moves.filter(
        (move) => touches(move, country, new Set()) && touches(move, partner, members),
      );
      for (const sector of watch.sectors) {
        const inSector = between.filter((move) => move.sectors.includes(sector));
        rows.push({
          country,
          partner,
          sector,
          focus: focusCell(country, partner, sector, inSector, reference, {
            one: (party) => party === country,
            other: (party) => party === partner || members.has(party),
          }),
          moves: inSector.map((move) => moveCell(move)),
        });
      }
    }
  }
  return rows;
}

function moveCell(move: Move): MoveRow["moves"][number] {
  return {
    moveId: move.id,
    mode: move.mode,
    when: move.when,
    precision: move.precision,
    specimen: move.specimen,
    text: move.summary,
    about: [...new Set([...move.sources, ...move.targets])],
    evidence: move.evidence,
    figure: null,
    gap: null,
    grade: move.grade,
  };
}

/** What the row is about: how many moves, and what tells of them; or where we looked in vain. */
function focusCell(
  country: StateCode,
  partner: PartyId,
  sector: Sector,
  moves: readonly Move[],
  reference: Reference,
  between: Between,
): Cell {
  const about = [country, partner];
  const pair = `${nameInText(reference, country)} and ${nameInText(reference, partner)}`;
  const shown = moves[0];
  if (shown === undefined) {
    const datasets = searchedFor[sector];
    const quote = `No move between ${pair} in ${sector} in ${datasets.join(", ")}, nor in an article read.`;
    const searched: Evidence = {
      kind: "searched",
      datasets,
      where: [],
      quote,
      reaches: about.map((party) => ({party, how: "dataset", by: "states searched for"})),
    };
    return {
      text: "no move known",
      about,
      evidence: [searched],
      figure: null,
      gap: gap(
        `moves between ${pair} in ${sector}`,
        quote,
        "an article read with `demarche read`, or a dataset of coded events after 2019",
      ),
      grade: null,
    };
  }
  return {
    text: countMoves(moves, between),
    about,
    evidence: shown.evidence,
    figure: null,
    gap: null,
    grade: null,
  };
}
