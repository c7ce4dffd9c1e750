import {fuelBase, type ShockAsked, supplierBuyers, supplierCells} from "../../options/index.ts";
import type {ShockFile} from "../../sources/index.ts";
import type {Ledger} from "../../store/index.ts";
import type {Day, Reference, StateCode, Watch} from "../../world/index.ts";

/**
 * What the ledger knows of fuels, for a scenario that loses or gains a seller of one: the part of fuels in each flow,
 * what is known of each buyer beside the equilibrium. Nothing is read for any other scenario.
 *
 * @param about states that are told of where a seller is lost to all.
 */
export async function fuelsKnown(asked: {
  readonly ledger: Pick<Ledger, "fuelPairs" | "readFacts">;
  readonly watch: Watch;
  readonly reference: Reference;
  readonly asOf: Day;
  readonly file: Pick<ShockFile, "shocks">;
  readonly without: readonly string[];
  readonly states: readonly string[];
  readonly about: readonly StateCode[];
}): Promise<Pick<ShockAsked, "fuels" | "beside">> {
  const {ledger, watch, reference, asOf, without} = asked;
  const shocks = asked.file.shocks.filter(
    ({supplier, name}) => supplier !== undefined && (name === undefined || !without.includes(name)),
  );
  if (shocks.length === 0) return {};
  const buyers = supplierBuyers(shocks, asked.about, reference, asOf);
  const [pairs, book] = await Promise.all([
    ledger.fuelPairs(asOf),
    ledger.readFacts({...watch, states: buyers}, reference, asOf, [
      "trade-sections",
      "energy-2020",
    ]),
  ]);
  return {
    fuels: fuelBase(asked.states, pairs, book.energy2020),
    beside: supplierCells(shocks, buyers, book, reference),
  };
}
