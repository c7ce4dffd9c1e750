import {newestFirst} from "../ledger/index.ts";
import {
  type Cell,
  type DatasetId,
  type FactBook,
  gap,
  type JudgedAction,
  listWords,
  type Mode,
  type Move,
  membersOf,
  modes,
  nameInText,
  type PartyId,
  pairWeight,
  type Reference,
  type StateCode,
  type Within,
  whenText,
} from "../world/index.ts";
import {entryEvidence, inNames, type PlacedAction} from "./action-cell.ts";

/** Newest precedents whose evidence a cell carries; all are counted. */
const shownPrecedents = 5;

/** Datasets that moves are made from. */
const searchedForMoves: readonly DatasetId[] = [
  "event-rows",
  "agreements",
  "un-votes",
  "arms-orders",
  "ofac-sdn",
];

/** Moves that may be precedents at all: real ones that touch the watched states. */
export function movesByState(
  moves: readonly Move[],
  states: readonly StateCode[],
): ReadonlyMap<StateCode, readonly Move[]> {
  const real = moves.filter((move) => !move.specimen);
  return new Map(
    states.map((state) => [
      state,
      real.filter(({sources, targets}) => sources.includes(state) || targets.includes(state)),
    ]),
  );
}

/**
 * Moves in which the state takes part, with the power if one is named, of the action's types and sectors and in words
 * that speak of such an action: a contract for tanks is no precedent of a rescue exercise. A vote has no type, so its
 * words alone decide.
 */
export function precedentsOf(
  entry: JudgedAction,
  movesOfState: readonly Move[],
  power: ReadonlySet<PartyId> | null,
): Move[] {
  const speaks = new RegExp(`\\b(${entry.precedentWords.join("|")})`, "i");
  return movesOfState
    .filter(
      ({type, sectors, sources, targets, summary}) =>
        (type === null || entry.precedentTypes.includes(type)) &&
        speaks.test(summary) &&
        sectors.some((sector) => entry.sectors.includes(sector)) &&
        (power === null || [...sources, ...targets].some((party) => power.has(party))),
    )
    .sort(newestFirst);
}

/** What may be expected of a judged action for each state, and how many precedents there are for all of them together. */
export interface Judged {
  readonly cells: readonly Cell[];
  readonly precedents: number;
}

/** What may be expected of a judged action for each state: the catalogue's words and what there was before. */
export function judgedOutcomes(asked: {
  readonly placed: PlacedAction<JudgedAction>;
  readonly power: PartyId | null;
  readonly moves: ReadonlyMap<StateCode, readonly Move[]>;
  readonly book: FactBook;
  readonly reference: Reference;
}): Judged {
  const {placed, power, moves, book, reference} = asked;
  const {entry} = placed;
  const met = new Set<string>();
  const powerParties =
    power === null ? null : new Set([power, ...membersOf(reference, power, book.asOf)]);
  const cells = placed.states.flatMap((state): Cell[] => {
    if (powerParties?.has(state)) return [];
    const found = precedentsOf(entry, moves.get(state) ?? [], powerParties);
    for (const {id} of found) met.add(id);
    const about = power === null ? [state] : [state, power];
    const pair = about.map((party) => nameInText(reference, party)).join(" with ");
    const powers = power === null ? placed.powers : [power];
    const expected = fullStop(inNames(entry.expected, [state], powers, reference));
    const own = entryEvidence(placed, about);
    const kinds = `${entry.precedentTypes.join(", ")} in ${entry.sectors.join(", ")}, in words such as ${listWords(entry.precedentWords.slice(0, 3).map((word) => `“${word}…”`))}`;
    const newest = found[0];
    if (newest === undefined) {
      const searched = searchedForMoves.filter((dataset) => book.datasets.has(dataset));
      return [
        {
          text: `Judgement: ${expected} No precedent of ${pair} in the ledger (${kinds}).`,
          about,
          evidence: [
            own,
            {
              kind: "searched",
              datasets: searched.length > 0 ? searched : searchedForMoves,
              where: [],
              quote: `no move of ${pair} (${kinds}) known on ${book.asOf}`,
              reaches: about.map((party) => ({
                party,
                how: "dataset",
                by: `sources and targets of every move: ${party}`,
              })),
            },
          ],
          figure: null,
          gap: gap(
            `a precedent of ${pair} for "${entry.id}"`,
            `the ledger holds no move of this kind (${kinds})`,
            "an article or dataset that reports one",
          ),
          grade: null,
        },
      ];
    }
    const weight =
      powerParties === null ? found.length : weightOf(found, state, (one) => powerParties.has(one));
    const count = found.length === 1 ? "1 precedent" : `${found.length} precedents`;
    const weighed =
      Math.abs(weight - found.length) < 0.05 ? "" : `, ${weight.toFixed(1)} by weight`;
    return [
      {
        text: `Judgement: ${expected} ${count} of ${pair} (${countByMode(found)}${weighed}), newest: ${newest.summary} (${whenText(newest)}).`,
        about,
        evidence: [
          own,
          ...found.slice(0, shownPrecedents).flatMap((move) => move.evidence.slice(0, 1)),
        ],
        figure: null,
        gap: null,
        grade: null,
      },
    ];
  });
  return {cells, precedents: met.size};
}

function fullStop(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

/** Acts of many are shared among all their pairs. */
function weightOf(moves: readonly Move[], state: StateCode, power: Within): number {
  return moves.reduce(
    (sum, move) => sum + pairWeight(move.participants, (one) => one === state, power),
    0,
  );
}

function countByMode(moves: readonly Move[]): string {
  const counts = new Map<Mode, number>();
  for (const {mode} of moves) counts.set(mode, (counts.get(mode) ?? 0) + 1);
  return modes
    .flatMap((mode) => (counts.has(mode) ? `${counts.get(mode)} ${mode}` : []))
    .join(", ");
}
