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
import {actionCell, namesPower, whoChooses} from "./action-cell.ts";
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
      const where = {
        states: watch.states.filter((state) => !inside.includes(state)),
        powers: power === null ? watch.powers : [power],
      };
      if (where.states.length === 0) return [];
      const told =
        entry.basis === "trade-equilibrium"
          ? computedOutcomes({
              placed: {entry, ...where},
              // Computed actions are placed per power, so there is one.
              power: power as PartyId,
              matrix: given,
              regions,
              book,
              reference,
            })
          : {
              cells: judgedOutcomes({
                placed: {entry, ...where},
                power,
                moves: ofState,
                book,
                reference,
              }),
              assumptions: [],
            };
      return [
        {
          id: power === null ? entry.id : `${entry.id}:${power}`,
          entry: entry.id,
          towards: power,
          focus: entry.focus,
          action: actionCell({entry, ...where}, reference),
          whoseChoice: whoChooses({entry, ...where}),
          basis: entry.basis,
          assumptions: [...entry.assumes, ...told.assumptions],
          outcomes: told.cells,
        },
      ];
    });
  });
}
