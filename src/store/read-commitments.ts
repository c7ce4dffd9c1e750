import type {Commitments, Day} from "../world/index.ts";
import type {Database} from "./database.ts";
import {ask, type FactQuery, type Scope} from "./facts/fact-query.ts";
import {everyArmsOrderQuery, everySanctionQuery} from "./facts/security.ts";
import {everyAgreementQuery} from "./facts/treaties.ts";
import {datasetsKnown} from "./ledger-tables.ts";

/** Reads every commitment that the datasets hold as of a day, whoever it is between. */
export async function readCommitments(database: Database, asOf: Day): Promise<Commitments> {
  const holds = await datasetsKnown(database, asOf);
  const scope: Scope = {watched: [], powers: [], around: [], asOf, holds};
  const of = <Result>(query: FactQuery<Result>) => ask(database, query, scope);
  const [armsOrders, agreements, sanctions] = await Promise.all([
    of(everyArmsOrderQuery),
    of(everyAgreementQuery),
    of(everySanctionQuery),
  ]);
  return {asOf, armsOrders, agreements, sanctions};
}
