import type {Day} from "../world/index.ts";
import type {Database} from "./database.ts";
import type {Scope} from "./facts/fact-query.ts";
import {datasetsKnown} from "./ledger-tables.ts";

/** The scope of reads that are of no watch: all that the ledger knew on a day. */
export async function scopeOfAll(database: Database, asOf: Day): Promise<Scope> {
  const holds = await datasetsKnown(database, asOf);
  return {watched: [], powers: [], around: [], asOf, holds};
}
