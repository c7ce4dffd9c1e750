import type {Day, FuelPair} from "../world/index.ts";
import type {Database} from "./database.ts";
import {fuelPairsQuery} from "./facts/commerce.ts";
import {ask} from "./facts/fact-query.ts";
import {scopeOfAll} from "./scope-of-all.ts";

/** What every state sold every other of fuels and of all goods, as the ledger knew it on a day. */
export async function fuelPairs(database: Database, asOf: Day): Promise<readonly FuelPair[]> {
  return ask(database, fuelPairsQuery, await scopeOfAll(database, asOf));
}
