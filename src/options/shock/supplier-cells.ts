import {type SupplyChange, supplyOutcome} from "../../models/index.ts";
import type {Shock} from "../../sources/index.ts";
import {supplyCells} from "../../stakes/index.ts";
import {
  type Cell,
  type FactBook,
  isGap,
  membersOf,
  type PartyId,
  type Reference,
  type StateCode,
  stateOf,
} from "../../world/index.ts";
import {namesOf} from "./shocked-flows.ts";
import {losesEverywhere} from "./supplier-effects.ts";

/** Buyers that are told of, at most: a bloc has dozens. */
export const mostBuyers = 12;

/**
 * The states that suppliers' shocks are told of: the buyers that are named, those of `about` where all lose the seller.
 * Sellers and states that the world does not know by code are left out.
 */
export function supplierBuyers(
  shocks: readonly Shock[],
  about: readonly StateCode[],
  reference: Reference,
  asOf: FactBook["asOf"],
): readonly StateCode[] {
  const named = shocks
    .filter(({supplier}) => supplier !== undefined)
    .flatMap((shock) =>
      losesEverywhere(shock)
        ? about
        : namesOf(shock.importers).flatMap((party) => membersOf(reference, party, asOf)),
    );
  return [...new Set(named)]
    .filter((code) => stateOf(reference, code) !== undefined)
    .slice(0, mostBuyers);
}

/**
 * Who else sells a fuel, how concentrated that is before and after, what could be missing and what is not known, for each
 * supplier that a scenario loses or gains and each of the buyers.
 */
export function supplierCells(
  shocks: readonly Shock[],
  buyers: readonly StateCode[],
  book: FactBook,
  reference: Reference,
): Cell[] {
  return shocks.flatMap((shock) => {
    const {fuel, supplier} = shock;
    if (supplier === undefined || fuel === undefined) return [];
    const theirs = losesEverywhere(shock)
      ? buyers
      : namesOf(shock.importers).flatMap((party) =>
          membersOf(reference, party, book.asOf).filter((state) => buyers.includes(state)),
        );
    const known = (party: PartyId) =>
      membersOf(reference, party, book.asOf).some((one) => stateOf(reference, one) !== undefined);
    return namesOf(shock.exporters)
      .filter(known)
      .flatMap((seller) =>
        [...new Set(theirs)]
          .filter((buyer) => !membersOf(reference, seller, book.asOf).includes(buyer))
          .flatMap((buyer) => {
            const question = {buyer, seller, fuel, everywhere: losesEverywhere(shock)};
            const lost = supplyOutcome(
              {...question, change: {kind: "lost", share: (shock.supplyPercent ?? 100) / 100}},
              book,
              reference,
            );
            const change =
              supplier === "lost" ? null : gainOf(lost, (shock.supplyPercent ?? 0) / 100);
            const outcome =
              change === null ? lost : supplyOutcome({...question, change}, book, reference);
            return supplyCells(outcome, book, reference).map(({cell}) => cell);
          }),
      );
  });
}

/** So much of all that is bought, or what the others sell where that is less; null where sellers are not known. */
function gainOf(
  {trade, sellers}: ReturnType<typeof supplyOutcome>,
  share: number,
): SupplyChange | null {
  if (isGap(trade) || isGap(sellers)) return null;
  const total = [...trade.bySeller.values()].reduce((sum, value) => sum + value, 0);
  return {kind: "gained", quantity: Math.min(share, 1 - sellers.shareBefore) * total};
}
