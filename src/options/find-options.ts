import {putRestTogether, type TradeMatrix} from "../models/index.ts";
import {
  type FactBook,
  type Gap,
  gap,
  isGap,
  type Move,
  membersOf,
  type Option,
  type PartyId,
  type Reference,
  type Series,
  type Watch,
} from "../world/index.ts";
import {actionCell, namesPower, type PlacedAction, whoChooses} from "./action-cell.ts";
import {computedOutcomes} from "./computed-outcomes.ts";
import {judgedOutcomes, movesByState} from "./precedents.ts";

export interface OptionsInput {
  readonly book: FactBook;
  readonly watch: Watch;
  readonly reference: Reference;
  readonly series: readonly Series[];
  readonly moves: readonly Move[];
  /** Without it, computed outcomes are gaps that say so. */
  readonly matrix?: TradeMatrix | Gap;
}

/**
 * The rows of the Options table. Each action of the catalogue (`reference.actions`) is placed once per power that it
 * speaks of, and its outcomes are told state by state: computed by the trade equilibrium, or judged, with precedents.
 */
export function findOptions({book, watch, reference, moves, matrix}: OptionsInput): Option[] {
  const given: TradeMatrix | Gap =
    matrix ?? gap("a trade equilibrium", "no trade matrix was given", "dataset trade-matrix");
  const regions = isGap(given) ? null : putRestTogether(given, given.focus);
  const ofState = movesByState(moves, watch.states);

  return reference.actions.flatMap((entry): Option[] => {
    const perPower = entry.basis === "trade-equilibrium" || namesPower(entry);
    const powers: readonly (PartyId | null)[] = perPower ? watch.powers : [null];
    return powers.flatMap((power): Option[] => {
      const inside = power === null ? [] : membersOf(reference, power, book.asOf);
      const placed: PlacedAction = {
        entry,
        states: watch.states.filter((state) => !inside.includes(state)),
        powers: power === null ? watch.powers : [power],
      };
      if (placed.states.length === 0) return [];
      const computed =
        entry.basis === "trade-equilibrium" && power !== null
          ? computedOutcomes({placed, power, matrix: given, regions, book, reference})
          : null;
      return [
        {
          id: power === null ? entry.id : `${entry.id}:${power}`,
          focus: entry.focus,
          action: actionCell(placed, reference),
          whoseChoice: whoChooses(placed),
          basis: entry.basis,
          assumptions: [...entry.assumes, ...(computed?.assumptions ?? [])],
          outcomes:
            computed?.cells ?? judgedOutcomes({placed, power, moves: ofState, book, reference}),
        },
      ];
    });
  });
}
