import type {
  DatasetId,
  Day,
  FactBook,
  PartyId,
  Reference,
  StateCode,
  Watch,
} from "../world/index.ts";
import type {Database} from "./database.ts";
import {
  commerceQueries,
  cowQuery,
  gdpQuery,
  investmentQuery,
  matrixFlowsQuery,
  matrixQuery,
  mirroredQuery,
  sectionsQuery,
  topPartnersQuery,
} from "./facts/commerce.ts";
import {energy2020Query, energyQueries, russianFuelQuery} from "./facts/energy.ts";
import {
  attentionQuery,
  eventCountsQuery,
  eventQueries,
  eventRowsQuery,
  worldEventsQuery,
} from "./facts/events.ts";
import {ask, type FactQuery, type Scope} from "./facts/fact-query.ts";
import {listingQueries} from "./facts/listings.ts";
import {
  armsDeliveriesQuery,
  armsOrdersQuery,
  militarySpendingQuery,
  sanctionsQuery,
  securityQueries,
} from "./facts/security.ts";
import {agreementsQuery, leadersQuery, treatyQueries} from "./facts/treaties.ts";
import {rollCallQuery, titleQuery, wholeRollCallQuery, withTitles} from "./facts/votes.ts";
import {datasetsKnown} from "./ledger-tables.ts";

/** Every statement with which facts are read: bound against the real schema when a ledger is made, and in the tests. */
export const factQueries: readonly FactQuery<unknown>[] = [
  rollCallQuery,
  wholeRollCallQuery,
  titleQuery,
  ...commerceQueries,
  ...securityQueries,
  ...treatyQueries,
  ...energyQueries,
  ...eventQueries,
  ...listingQueries,
];

/**
 * Reads all that the thinking rooms may know for a watch, as of a day. Queries run beside one another; the slowest
 * (votes) is started first. With `only`, rows of those datasets alone are read; `datasets` still names all that are held.
 */
export async function readFacts(
  database: Database,
  watch: Watch,
  reference: Reference,
  asOf: Day,
  only: readonly DatasetId[] | undefined = undefined,
): Promise<FactBook> {
  const datasets: ReadonlySet<DatasetId> = await datasetsKnown(database, asOf);
  const holds =
    only === undefined ? datasets : new Set([...datasets].filter((one) => only.includes(one)));
  const scope: Scope = {...scopeOf(watch, reference), asOf, holds};
  const of = <Result>(query: FactQuery<Result>) => ask(database, query, scope);
  const [
    rollCalls,
    eventCounts,
    attention,
    sections,
    cow,
    matrixFlows,
    matrix,
    mirrored,
    titles,
    gdp,
    topPartners,
    armsOrders,
    armsDeliveries,
    militarySpending,
    russianFuel,
    energy2020,
    investment,
    agreements,
    leaders,
    sanctions,
    worldEventsByYear,
    eventRows,
  ] = await Promise.all([
    of(rollCallQuery),
    of(eventCountsQuery),
    of(attentionQuery),
    of(sectionsQuery),
    of(cowQuery),
    of(matrixFlowsQuery),
    of(matrixQuery),
    of(mirroredQuery),
    of(titleQuery),
    of(gdpQuery),
    of(topPartnersQuery),
    of(armsOrdersQuery),
    of(armsDeliveriesQuery),
    of(militarySpendingQuery),
    of(russianFuelQuery),
    of(energy2020Query),
    of(investmentQuery),
    of(agreementsQuery),
    of(leadersQuery),
    of(sanctionsQuery),
    of(worldEventsQuery),
    of(eventRowsQuery),
  ]);
  return {
    asOf,
    rollCalls: withTitles(rollCalls, titles),
    trade: [...cow, ...matrixFlows, ...sections],
    matrix,
    mirrored,
    gdp,
    topPartners,
    armsOrders,
    armsDeliveries,
    militarySpending,
    russianFuel,
    energy2020,
    investment,
    agreements,
    leaders,
    sanctions,
    eventCounts,
    worldEventsByYear,
    attention,
    eventRows,
    datasets,
  };
}

/** Whom the watch needs rows about. Members of a bloc are taken over all time, because the facts span decades. */
export function scopeOf(
  watch: Watch,
  reference: Reference,
): Pick<Scope, "watched" | "powers" | "around"> {
  const parties: readonly PartyId[] = [
    ...watch.powers,
    ...watch.optionalPowers,
    ...watch.aggregates,
  ];
  const members: readonly StateCode[] = reference.memberships
    .filter((one) => one.role === "member" && parties.includes(one.bloc))
    .map((one) => one.state);
  const states = new Map(reference.states.map((state) => [state.code, state]));
  const regions = new Set(watch.states.map((code) => states.get(code)?.region));
  const neighbours = reference.states.filter((state) => regions.has(state.region));
  const sorted = (codes: readonly string[]) => [...new Set(codes)].sort();
  const powers = sorted([...parties, ...members]);
  return {
    watched: sorted(watch.states),
    powers,
    around: sorted([...watch.states, ...powers, ...neighbours.map((state) => state.code)]),
  };
}
