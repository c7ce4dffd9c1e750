import type {Day, ListedParty} from "../world/index.ts";
import type {Database} from "./database.ts";
import {ask} from "./facts/fact-query.ts";
import {listingsQuery, sdnListingsQuery} from "./facts/listings.ts";
import {scopeOfAll} from "./scope-of-all.ts";

/** Everyone on the sanctions lists that the ledger knew on a day, list by list in row order. */
export async function listedParties(
  database: Database,
  asOf: Day,
): Promise<readonly ListedParty[]> {
  const scope = await scopeOfAll(database, asOf);
  const lists = await Promise.all([
    ask(database, sdnListingsQuery, scope),
    ask(database, listingsQuery, scope),
  ]);
  return lists.flat();
}
