import {putRestTogether, type TradeMatrix} from "../models/index.ts";
import {
  type ActionEntry,
  type FactBook,
  type Gap,
  gap,
  isGap,
  type JudgedAction,
  type Move,
  membersOf,
  type Option,
  type PartyId,
  type Reference,
  type Series,
  type Strength,
  type Watch,
} from "../world/index.ts";
import {actionCell, inNames, namesPower, type PlacedAction, whoChooses} from "./action-cell.ts";
import {type Computed, computedOutcomes} from "./computed-outcomes.ts";
import {markDominated, type Weighed} from "./mark-dominated.ts";
import {judgedOutcomes, movesByState} from "./precedents.ts";
import {supplyOutcomes} from "./supply-outcomes.ts";
import {whoGains} from "./who-gains.ts";

export interface OptionsInput {
  readonly book: FactBook;
  readonly watch: Watch;
  readonly reference: Reference;
  readonly series: readonly Series[];
  readonly moves: readonly Move[];
  /** Without it, computed outcomes are gaps that say so. */
  readonly matrix?: TradeMatrix | Gap;
}

/** What is told of an action, and what it rests on. */
interface Told extends Computed {
  readonly precedents: number;
  /** Whether a model of supply counted something of it. */
  readonly counted: boolean;
}

/** What the outcome of an action rests on; see `strengths`. */
function strengthOf(entry: ActionEntry, {cells, counted, precedents}: Told): Strength {
  if (entry.basis === "trade-equilibrium" && cells.some(({figure}) => figure !== null))
    return "modelled";
  if (counted) return "counted";
  return precedents > 0 ? "precedents" : "opinion";
}

/**
 * The rows of the Options table. Each action of the catalogue (`reference.actions`) is placed once per power that it
 * speaks of, and its outcomes are told state by state: computed by the trade equilibrium, or judged, with
 * precedents and what the models of fuel and arms count. What another option beats is marked.
 */
export function findOptions({book, watch, reference, moves, matrix}: OptionsInput): Option[] {
  const given: TradeMatrix | Gap =
    matrix ?? gap("a trade equilibrium", "no trade matrix was given", "dataset trade-matrix");
  const regions = isGap(given) ? null : putRestTogether(given, given.focus);
  const ofState = movesByState(moves, watch.states);
  const judged = (placed: PlacedAction<JudgedAction>, power: PartyId | null): Told => {
    const {cells, precedents} = judgedOutcomes({placed, power, moves: ofState, book, reference});
    const {model} = placed.entry;
    const supply = model === undefined ? [] : supplyOutcomes(model, placed, book, reference);
    return {
      cells: [...supply, ...cells],
      counted: supply.some(({figure}) => figure !== null),
      precedents,
      assumptions: [],
      incomes: new Map(),
      sides: [],
    };
  };

  const weighed = reference.actions.flatMap((entry): Weighed[] => {
    const perPower = entry.basis === "trade-equilibrium" || namesPower(entry);
    const powers: readonly (PartyId | null)[] = perPower ? watch.powers : [null];
    return powers.flatMap((power): Weighed[] => {
      const inside = power === null ? [] : membersOf(reference, power, book.asOf);
      const where = {
        states: watch.states.filter((state) => !inside.includes(state)),
        powers: power === null ? watch.powers : [power],
      };
      if (where.states.length === 0) return [];
      const placed = {entry, ...where};
      const told =
        entry.basis === "trade-equilibrium"
          ? {
              ...computedOutcomes({
                placed: {entry, ...where},
                // Computed actions are placed per power, so there is one.
                power: power as PartyId,
                matrix: given,
                regions,
                book,
                reference,
              }),
              counted: false,
              precedents: 0,
            }
          : judged({entry, ...where}, power);
      const {ease, because} = entry.reversibility;
      const option: Option = {
        id: power === null ? entry.id : `${entry.id}:${power}`,
        entry: entry.id,
        towards: power,
        focus: entry.focus,
        action: actionCell(placed, reference),
        whoseChoice: whoChooses(placed),
        basis: entry.basis,
        strength: strengthOf(entry, told),
        mechanism: inNames(entry.mechanism, where.states, where.powers, reference),
        assumptions: [...entry.assumes, ...told.assumptions].map((one) =>
          inNames(one, where.states, where.powers, reference),
        ),
        outcomes: told.cells,
        gains: whoGains(placed, "gains", told.sides, reference),
        loses: whoGains(placed, "loses", told.sides, reference),
        cost:
          entry.cost ??
          gap(
            `cost of "${entry.id}"`,
            "no cost that could be cited is known here",
            "a budget, a contract or a study that names it",
          ),
        reversibility: {ease, because: inNames(because, where.states, where.powers, reference)},
        precedents: told.precedents,
        dominatedBy: null,
      };
      return [{option, entry, incomes: told.incomes}];
    });
  });
  return markDominated(weighed);
}
