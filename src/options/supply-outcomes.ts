import {armsOutcome, supplyOutcome} from "../models/index.ts";
import {armsCells, supplyCells} from "../stakes/index.ts";
import {
  type Cell,
  type FactBook,
  isGap,
  membersOf,
  type PartyId,
  type Reference,
  type StateCode,
  type SupplyModel,
  type TradedFuel,
  tradedFuels,
} from "../world/index.ts";
import type {PlacedAction} from "./action-cell.ts";

/** What a contract of the table would bring: a tenth of what the state buys of the fuel, our choice. */
const tableShare = 0.1;

/** What the models of fuel and arms say of an action for each state, towards one power or each of several. */
export function supplyOutcomes(
  model: SupplyModel,
  {states, powers}: Pick<PlacedAction, "states" | "powers">,
  book: FactBook,
  reference: Reference,
): Cell[] {
  const several = powers.length > 1;
  return states.flatMap((state) =>
    powers
      .filter((power) => !membersOf(reference, power, book.asOf).includes(state))
      .flatMap((power) =>
        model.id === "arms-supply"
          ? armsCells(armsOutcome(state, power, book, reference), book, reference)
              .filter(({part}) => part === "dependence" || (part !== "loss" && !several))
              .map(({cell}) => cell)
          : tradedFuels.flatMap((fuel) =>
              fuelCells(state, power, fuel, model.change, book, reference),
            ),
      ),
  );
}

/** Fuels of which something is known; of all together a gap is told, too. */
function fuelCells(
  buyer: StateCode,
  seller: PartyId,
  fuel: TradedFuel,
  change: "lost" | "gained",
  book: FactBook,
  reference: Reference,
): Cell[] {
  const lost = {kind: "lost", share: 1} as const;
  const asked = {buyer, seller, fuel, everywhere: change === "lost"};
  const without = supplyOutcome({...asked, change: lost}, book, reference);
  const {trade, sellers} = without;
  const sells = !isGap(sellers) && sellers.shareBefore > 0;
  const isTold = fuel === "all-fuels" || (!isGap(sellers) && (sells || change === "gained"));
  const outcome =
    change === "lost" || isGap(trade) || isGap(sellers)
      ? without
      : supplyOutcome(
          {...asked, change: {kind: "gained", quantity: roomFor(trade.bySeller, sellers)}},
          book,
          reference,
        );
  return supplyCells(outcome, book, reference)
    .filter(
      ({part, cell}) =>
        (part === "sellers" && isTold) ||
        (part === "shortfall" && sells && change === "lost" && cell.gap === null) ||
        (part === "price" && fuel === "crude-oil" && change === "lost" && cell.gap === null),
    )
    .map(({cell}) => cell);
}

/** A tenth of all that is bought, or what others sell where that is less. */
function roomFor(
  bySeller: ReadonlyMap<string, number>,
  {shareBefore}: {readonly shareBefore: number},
): number {
  const total = [...bySeller.values()].reduce((sum, value) => sum + value, 0);
  return Math.min(tableShare, 1 - shareBefore) * total;
}
