import {
  type Bounded,
  type Bounds,
  type FactBook,
  type Gap,
  gap,
  isGap,
  membersOf,
  nameInText,
  type PartyId,
  type Reference,
  type StateCode,
  type TradedFuel,
} from "../../world/index.ts";
import {type CrudeFit, crudeFit} from "./crude-fit.ts";
import {type FuelTrade, fuelTrade, fuelWords} from "./fuel-trade.ts";
import {lngShortfall, pipelineShortfall} from "./gas-shortfall.ts";
import {oilPriceRise} from "./oil-price-rise.ts";
import {type SellersAfter, type SupplyChange, sellersAfter} from "./sellers-after.ts";
import {type Transshipper, transshippers} from "./transshippers.ts";

export const energySupplyMethod = {id: "energy-supply", version: 1} as const;

export interface SupplyQuestion {
  readonly buyer: StateCode;
  /** A state, or a bloc as its members together. */
  readonly seller: PartyId;
  readonly fuel: TradedFuel;
  readonly change: SupplyChange;
  /** Whether the seller's fuel leaves the market for all; else this buyer alone turns away or comes. */
  readonly everywhere: boolean;
}

export interface SupplyOutcome {
  readonly question: SupplyQuestion;
  readonly method: typeof energySupplyMethod;
  /** Who sold the fuel to the buyer; a gap where the data have no row of the buyer. */
  readonly trade: FuelTrade | Gap;
  readonly sellers: SellersAfter | Gap;
  /** Rise of the world's price, as a share. */
  readonly priceRise: Bounded | Gap;
  /** What could not be made good, in the unit of the trade a year. */
  readonly shortfall: Bounds | Gap;
  readonly contract: Gap;
  readonly crudeFit: CrudeFit | Gap | null;
  readonly transshippers: readonly Transshipper[];
}

/**
 * What a buyer's loss or gain of a seller of one fuel would change, as far as the carried data tell: who else sells and
 * how concentrated that is, before and after; the price, where oil leaves the market for all; what gas could not be made
 * good from terminals and plants that stand. No path in time, no storage, no switching between fuels.
 *
 * @throws RangeError for a change that cannot be: a share outside 0 to 1, more gained than others sell.
 */
export function supplyOutcome(
  question: SupplyQuestion,
  book: FactBook,
  reference: Reference,
): SupplyOutcome {
  const {buyer, seller, fuel, change} = question;
  const sellers = new Set<string>(
    membersOf(reference, seller, book.asOf).filter((one) => one !== buyer),
  );
  const trade = fuelTrade(book, buyer, fuel, reference);
  const asked = {question, book, reference, sellers};
  const after = isGap(trade)
    ? trade
    : (hiddenSellers(asked) ?? sellersAfter(trade.bySeller, sellers, change));
  return {
    question,
    method: energySupplyMethod,
    trade,
    sellers: after,
    priceRise: priceRise(asked),
    shortfall: isGap(after) ? after : shortfall(asked, after),
    contract: gap(
      `contracts of ${nameInText(reference, buyer)} for ${fuelWords(fuel)} from ${nameInText(reference, seller)}`,
      "no register of contracts is carried here: amounts, terms and penalties are unknown",
      "the contracts, or a register such as that of the importers of LNG (GIIGNL)",
    ),
    crudeFit:
      fuel !== "crude-oil"
        ? null
        : isGap(trade)
          ? trade
          : crudeFit(trade, sellers, reference.energyFacts().grades, reference),
    transshippers:
      isGap(trade) || fuel === "all-fuels"
        ? []
        : transshippers(trade.bySeller.keys(), fuel, book.energy2020, reference),
  };
}

interface Asked {
  readonly question: SupplyQuestion;
  readonly book: FactBook;
  readonly reference: Reference;
  readonly sellers: ReadonlySet<string>;
}

/** A gap where some of the sellers stand inside an area of the publisher: what they sold cannot be told. */
function hiddenSellers({question, book, reference, sellers}: Asked): Gap | null {
  const {buyer, seller, fuel} = question;
  if (fuel === "all-fuels") return null;
  const named = new Set(
    book.energy2020.flatMap((flow) => (flow.fuel === fuel ? [flow.exporter] : [])),
  );
  const hidden = [...sellers].filter((one) => !named.has(one)).length;
  return hidden === 0
    ? null
    : gap(
        `what ${nameInText(reference, seller)} sold of ${fuelWords(fuel)} to ${nameInText(reference, buyer)}`,
        sellers.size === 1
          ? "the matrix has no such seller: it sold none, or stands inside an area"
          : `${hidden} of ${sellers.size} members have no row as sellers: they sold none, or stand inside areas`,
        "energy statistics by partner",
      );
}

/** What the sellers sold of a fuel to all, or to all but one. */
function soldBy({book, sellers}: Asked, fuel: TradedFuel, except: StateCode | null): number {
  return book.energy2020
    .filter((flow) => flow.fuel === fuel && sellers.has(flow.exporter) && flow.importer !== except)
    .reduce((sum, {value}) => sum + value, 0);
}

/** What the sellers themselves bought of a fuel from others. */
function boughtBy({book, sellers}: Asked, fuel: TradedFuel): number {
  return book.energy2020
    .filter((flow) => flow.fuel === fuel && sellers.has(flow.importer))
    .reduce((sum, {value}) => sum + value, 0);
}

function priceRise(asked: Asked): Bounded | Gap {
  const {question, reference} = asked;
  const {fuel, change, everywhere, seller} = question;
  const what = `what ${fuelWords(fuel)} would cost`;
  if (fuel !== "crude-oil" && fuel !== "oil-products")
    return gap(
      what,
      `${fuelWords(fuel)} has no one market, and no elasticity of it is cited here`,
      "a published short-run elasticity of the market in question",
    );
  if (!everywhere) return {value: 0, low: 0, high: 0};
  if (change.kind === "gained")
    return gap(what, "a gain for one buyer is another's loss", "what the seller could pump more");
  const sold = soldBy(asked, fuel, null);
  if (!(sold > 0))
    return gap(
      what,
      `${nameInText(reference, seller)} has no row of its own as a seller of ${fuelWords(fuel)}`,
      "energy statistics by partner",
    );
  // Without its sales a seller would buy that much less itself: the market misses what it sold beyond what it bought.
  return oilPriceRise(change.share * Math.max(0, sold - boughtBy(asked, fuel)));
}

function shortfall(asked: Asked, {quantity}: SellersAfter): Bounds | Gap {
  const {question, book, reference} = asked;
  const {fuel, buyer, change, everywhere} = question;
  if (change.kind === "gained") return {low: 0, high: 0};
  if (fuel === "crude-oil" || fuel === "oil-products") return {low: 0, high: 0};
  const lost = {
    buyer,
    bcm: quantity,
    lostByOthersBcm: everywhere ? change.share * soldBy(asked, fuel, buyer) : 0,
  };
  if (fuel === "lng") return lngShortfall(lost);
  if (fuel === "pipeline-gas")
    return pipelineShortfall(lost, book, reference.energyFacts(), reference);
  return gap(
    `how much lost ${fuelWords(fuel)} could be replaced`,
    "what other sellers could deliver more is not known here",
    "export capacity and its use, by seller",
  );
}
