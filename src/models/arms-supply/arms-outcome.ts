import {wilsonInterval} from "../../math/index.ts";
import {
  type ArmsOrder,
  type Bounded,
  type FactBook,
  type Gap,
  gap,
  membersOf,
  nameInText,
  type PartyId,
  type Reference,
  type SanctionYear,
  type StateCode,
  yearOf,
} from "../../world/index.ts";
import {
  buyersOfRussianArms,
  designatedBuyers,
  type PlatformKind,
  platformKinds,
} from "./parameters.ts";
import {
  countInService,
  type PlatformBatch,
  platformsDelivered,
  stillServes,
} from "./platforms-in-service.ts";

export const armsSupplyMethod = {id: "arms-supply", version: 1} as const;

/** Years ahead for which it is told what still serves. */
const yearsAhead = [0, 5, 10, 15] as const;
/** An order is still waited for this many years after it was placed: our choice, as in the rules of stakes. */
const pendingYears = 10;

/** What a state has of a supplier, kind by kind. */
export interface KindInService {
  readonly kind: PlatformKind;
  readonly fromSupplier: Bounded;
  readonly fromAll: Bounded;
}

export interface ArmsOutcome {
  readonly recipient: StateCode;
  readonly supplier: PartyId;
  readonly method: typeof armsSupplyMethod;
  readonly year: number;
  /** The supplier's share of platforms that may serve, by number; a gap where none of anyone's surely does. */
  readonly dependence: Bounded | Gap;
  readonly kinds: readonly KindInService[];
  /** How many of the supplier's platforms serve in each year if no more come: what its parts are needed for. */
  readonly ageing: readonly (Bounded & {readonly year: number})[];
  /** Middle age of the supplier's platforms that may serve, years, weighted by number; a gap where there are none. */
  readonly medianAgeYears: number | Gap;
  readonly spares: Gap;
  /** Orders with the supplier that are waited for. */
  readonly pending: readonly ArmsOrder[];
  /** Sanctions on the supplier that reach arms, of the newest year that the panel has any. */
  readonly sanctions: readonly SanctionYear[];
  /** Share of the supplier's buyers that were put under sanctions for buying, 0 to 1, with its 90 % interval. */
  readonly designation: Bounded | Gap;
  readonly loss: Gap;
  /** Orders of platforms that serve still, at the middle service life. */
  readonly orders: readonly ArmsOrder[];
}

/**
 * How far a state hangs on a supplier of arms: what it delivered and may still serve against all that may, how that ages
 * if no more comes, and what hangs over its orders. Numbers, not worth: a tug counts as a submarine does, so the kinds are
 * told apart. Whatever was bought used is counted as new, for its age is not recorded.
 */
export function armsOutcome(
  recipient: StateCode,
  supplier: PartyId,
  book: FactBook,
  reference: Reference,
): ArmsOutcome {
  const year = yearOf(book.asOf);
  const suppliers = new Set(membersOf(reference, supplier, book.asOf));
  suppliers.delete(recipient);
  const all = platformsDelivered(book.armsOrders, recipient);
  const theirs = all.filter(({order}) => suppliers.has(order.supplier));
  const names = {
    of: nameInText(reference, recipient),
    from: nameInText(reference, supplier),
  };
  const serving = theirs.filter((batch) => stillServes(batch, year, "middle"));
  return {
    recipient,
    supplier,
    method: armsSupplyMethod,
    year,
    dependence: dependence(theirs, all, year, names.of),
    kinds: platformKinds.flatMap((kind) => {
      const of = (batches: readonly PlatformBatch[]) =>
        countInService(
          batches.filter((batch) => batch.kind === kind),
          year,
        );
      const fromSupplier = of(theirs);
      return fromSupplier.high === 0 ? [] : [{kind, fromSupplier, fromAll: of(all)}];
    }),
    ageing: yearsAhead.map((ahead) => ({
      year: year + ahead,
      ...countInService(theirs, year + ahead),
    })),
    medianAgeYears: medianAge(serving, year, names),
    spares: gap(
      `parts in store, and who else makes them, for what ${names.of} has from ${names.from}`,
      "no dataset here tells of stores, licences or upkeep",
      "contracts of maintenance, or a statement of the force that flies or sails them",
    ),
    pending: pendingOrders(book.armsOrders, recipient, suppliers, year),
    sanctions: sanctionsOnArms(book, suppliers),
    designation: designation(supplier, names.from, book),
    loss: gap(
      `what ${names.of} would lose if it were put under sanctions for buying from ${names.from}`,
      "it depends on which measures are chosen and whom they name",
      "the terms of a designation",
    ),
    orders: [...new Set(serving.map(({order}) => order))],
  };
}

function dependence(
  theirs: readonly PlatformBatch[],
  all: readonly PlatformBatch[],
  year: number,
  name: string,
): Bounded | Gap {
  const [ofAll, ofTheirs] = [countInService(all, year), countInService(theirs, year)];
  if (ofAll.low === 0)
    return gap(
      `whose arms serve in ${name}`,
      "the register has no platform delivered to it that is sure to serve still",
      "an inventory of its forces",
    );
  const shares = (["low", "value", "high"] as const).map((life) => ofTheirs[life] / ofAll[life]);
  return {
    value: ofTheirs.value / ofAll.value,
    low: Math.min(...shares),
    high: Math.max(...shares),
  };
}

function medianAge(
  serving: readonly PlatformBatch[],
  year: number,
  {of, from}: {readonly of: string; readonly from: string},
): number | Gap {
  const sorted = [...serving].sort((a, b) => b.year - a.year);
  const half = sorted.reduce((sum, {count}) => sum + count, 0) / 2;
  let met = 0;
  for (const batch of sorted) {
    met += batch.count;
    if (met >= half) return year - batch.year;
  }
  return gap(
    `age of what ${of} has from ${from}`,
    "the register has nothing from it that could still serve",
    "an inventory of its forces",
  );
}

function pendingOrders(
  orders: readonly ArmsOrder[],
  recipient: StateCode,
  suppliers: ReadonlySet<StateCode>,
  year: number,
): ArmsOrder[] {
  return orders.filter(
    (order) =>
      order.recipient === recipient &&
      suppliers.has(order.supplier) &&
      (order.orderYear ?? 0) >= year - pendingYears &&
      (order.delivered ?? 0) < (order.ordered ?? 1),
  );
}

function sanctionsOnArms(book: FactBook, suppliers: ReadonlySet<StateCode>): SanctionYear[] {
  const reaching = book.sanctions.filter(
    ({target, sender, kinds}) =>
      suppliers.has(target) &&
      !suppliers.has(sender) &&
      kinds.some((kind) => kind === "arms" || kind === "military"),
  );
  const newest = reaching.reduce((last, {year}) => Math.max(last, year), 0);
  return reaching.filter(({year}) => year === newest);
}

/** How often buying from the supplier drew sanctions on the buyer: a count of what was done, no forecast of what will be. */
function designation(supplier: PartyId, name: string, book: FactBook): Bounded | Gap {
  const what = `how often buyers of arms from ${name} were put under sanctions for it`;
  if (supplier !== designatedBuyers.seller)
    return gap(
      what,
      "no law that threatens its buyers is known here",
      "a law or order with the buyers that it named",
    );
  if (!book.datasets.has("arms-deliveries"))
    return gap(
      what,
      `the register of deliveries was not in the ledger on ${book.asOf}`,
      "dataset arms-deliveries",
    );
  const hits = designatedBuyers.buyers.length;
  return {
    value: hits / buyersOfRussianArms.count,
    ...wilsonInterval(hits, buyersOfRussianArms.count),
  };
}
