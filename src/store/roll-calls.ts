import type {Day, RollCall} from "../world/index.ts";
import type {Database} from "./database.ts";
import {ask} from "./facts/fact-query.ts";
import {wholeRollCallQuery} from "./facts/votes.ts";
import {scopeOfAll} from "./scope-of-all.ts";

/** Every recorded vote of the General Assembly that the ledger knew on a day, with the choices of all states; no titles. */
export async function rollCalls(database: Database, asOf: Day): Promise<readonly RollCall[]> {
  const scope = await scopeOfAll(database, asOf);
  return ask(database, wholeRollCallQuery, scope);
}
