import type {Commitments, Day} from "../world/index.ts";
import type {Database} from "./database.ts";
import {ask, type FactQuery} from "./facts/fact-query.ts";
import {everyArmsOrderQuery, everySanctionQuery} from "./facts/security.ts";
import {everyAgreementQuery} from "./facts/treaties.ts";
import {scopeOfAll} from "./scope-of-all.ts";

/** Reads every commitment that the datasets hold as of a day, whoever it is between. */
export async function readCommitments(database: Database, asOf: Day): Promise<Commitments> {
  const scope = await scopeOfAll(database, asOf);
  const of = <Result>(query: FactQuery<Result>) => ask(database, query, scope);
  const [armsOrders, agreements, sanctions] = await Promise.all([
    of(everyArmsOrderQuery),
    of(everyAgreementQuery),
    of(everySanctionQuery),
  ]);
  return {asOf, armsOrders, agreements, sanctions};
}
