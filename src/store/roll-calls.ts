import type {Day, RollCall} from "../world/index.ts";
import type {Database} from "./database.ts";
import {ask, type Scope} from "./facts/fact-query.ts";
import {wholeRollCallQuery} from "./facts/votes.ts";
import {datasetsKnown} from "./ledger-tables.ts";

/** Every recorded vote of the General Assembly that the ledger knew on a day, with the choices of all states; no titles. */
export async function rollCalls(database: Database, asOf: Day): Promise<readonly RollCall[]> {
  const holds = await datasetsKnown(database, asOf);
  const scope: Scope = {watched: [], powers: [], around: [], asOf, holds};
  return ask(database, wholeRollCallQuery, scope);
}
