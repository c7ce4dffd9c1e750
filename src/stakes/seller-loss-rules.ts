import {
  type SellersAfter,
  type SupplyOutcome,
  sellersAfter,
  supplyOutcome,
} from "../models/index.ts";
import {
  type Cell,
  type DatasetId,
  isGap,
  type Measured,
  type TradedFuel,
  type TradeFlow,
  tradedFuels,
} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {flowOf} from "./flow-of.ts";
import {partnerReach, stateReach} from "./partner-reach.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {type SupplyPart, supplyCells} from "./supply-cells.ts";
import {supplyBounds} from "./supply-rules.ts";
import {tellError, tellValue} from "./tell-figure.ts";

/** From this rise of the world's price on, a seller's oil is told as a risk to all who buy: our choice, a twentieth. */
const priceCounts = 0.05;

/** What each fuel would be without the partner, those where a condition holds. */
function fuelCells(
  scene: Scene,
  part: SupplyPart,
  counts: (outcome: SupplyOutcome) => boolean,
  fuels: readonly TradedFuel[] = tradedFuels,
): Cell[] {
  const {book, reference, state, partner} = scene;
  return fuels.flatMap((fuel) => {
    const outcome = supplyOutcome(
      {buyer: state, seller: partner, fuel, change: {kind: "lost", share: 1}, everywhere: true},
      book,
      reference,
    );
    return counts(outcome)
      ? supplyCells(outcome, book, reference)
          .filter((one) => one.part === part)
          .map(({cell}) => cell)
      : [];
  });
}

/** The partner sold a share that counts, and without it the sellers would be fewer whatever way its place is filled. */
function tellsOfLoss({
  shareBefore,
  concentrationBefore,
  concentrationAfter,
}: SellersAfter): boolean {
  return (
    shareBefore >= supplyBounds.counts &&
    (concentrationAfter === null || concentrationAfter.low > concentrationBefore)
  );
}

const fuelDatasets: readonly DatasetId[] = ["energy-2020", "trade-sections"];

/** Fuels, one by one, if the partner sold no more. */
export const fuelLossRules: readonly StakeRule[] = [
  {
    id: "fuel-without-seller",
    version: 1,
    side: "risks",
    looksAt:
      "concentration (HHI) of the sellers of each fuel, and of all together, without the partner",
    speaksWhen:
      "the partner sold 5 % and more (our choice) and the concentration would rise whoever fills its place",
    datasets: fuelDatasets,
    find: (scene) =>
      fuelCells(scene, "sellers", ({sellers}) => !isGap(sellers) && tellsOfLoss(sellers)),
  },
  {
    id: "gas-without-seller",
    version: 1,
    side: "risks",
    looksAt: "gas of the partner that terminals and plants which stand could not make good",
    speaksWhen: "something could be missing",
    datasets: ["energy-2020"],
    find: (scene) =>
      fuelCells(scene, "shortfall", ({shortfall}) => !isGap(shortfall) && shortfall.high > 0, [
        "lng",
        "pipeline-gas",
      ]),
  },
  {
    id: "oil-price-without-seller",
    version: 1,
    side: "risks",
    looksAt: "what the world's price of oil would do if the partner's left the market for all",
    speaksWhen: "a rise of 5 % and more at the middle estimate (our choice)",
    datasets: ["energy-2020"],
    find: (scene) =>
      fuelCells(
        scene,
        "price",
        ({priceRise}) => !isGap(priceRise) && priceRise.value >= priceCounts,
        ["crude-oil"],
      ),
  },
];

/** What the state bought in the scene's sector in the newest year of the nearest dataset. */
function purchases({book, state, sector, reference}: Scene): readonly TradeFlow[] {
  const sections = reference.sectors.find(({id}) => id === sector)?.sitcSections ?? [];
  const dataset = sector === "trade" ? "trade-matrix" : "trade-sections";
  const all = book.trade.filter(
    (flow) =>
      flow.dataset === dataset &&
      flow.importer === state &&
      flow.exporter !== state &&
      (sector === "trade" || (flow.sitcSection !== null && sections.includes(flow.sitcSection))),
  );
  const newest = all.reduce((year, flow) => Math.max(year, flow.year), 0);
  return all.filter(({year}) => year === newest);
}

interface Purchases {
  readonly bySeller: ReadonlyMap<string, number>;
  readonly rows: readonly TradeFlow[];
  readonly year: string;
}

function sellersOf(scene: Scene): Purchases | null {
  const rows = purchases(scene);
  const bySeller = new Map<string, number>();
  for (const {exporter, valueUsd} of rows)
    if (valueUsd > 0) bySeller.set(exporter, (bySeller.get(exporter) ?? 0) + valueUsd);
  const year = rows[0]?.year;
  return bySeller.size === 0 || year === undefined ? null : {bySeller, rows, year: String(year)};
}

function figureOf(
  scene: Scene,
  {rows, year, bySeller}: Purchases,
  given: Pick<Measured, "value" | "unit" | "interval" | "intervalNote"> & {readonly id: string},
): Measured {
  const {state, partnerStates} = scene;
  const {id, ...figure} = given;
  const theirs = [...bySeller.keys()].filter((seller) => partnerStates.has(seller));
  const evidence = {
    kind: "rows" as const,
    dataset: rows[0]?.dataset ?? ("trade-matrix" as const),
    where: [{column: "row", in: rows.map(({row}) => row)}],
    count: rows.length,
    quote: `${flowOf(scene, "imports")} in ${year}, all sellers`,
    reaches: [stateReach(scene, "importer"), partnerReach(scene, "exporter", theirs)],
    vintage: year,
  };
  return {
    kind: "measured",
    ...figure,
    method: {id, version: 1},
    coverage: `${bySeller.size} sellers to ${state}`,
    vintage: year,
    evidence: [evidence],
  };
}

/** Concentration of sellers if the partner sold no more: shares alone, not what others could deliver. */
function withoutSeller(scene: Scene): Cell[] {
  const {state, partner, partnerStates, name, book} = scene;
  const bought = sellersOf(scene);
  if (bought === null) return [];
  const after = sellersAfter(bought.bySeller, partnerStates, {kind: "lost", share: 1});
  const {concentrationAfter, concentrationBefore, shareBefore} = after;
  if (concentrationAfter === null || !tellsOfLoss(after)) return [];
  const {value, low, high} = concentrationAfter;
  const figure = figureOf(scene, bought, {
    id: "sellers-after",
    value,
    unit: "index",
    interval: {low, high, level: 1},
    intervalNote:
      "bounds: the others share its place in proportion, or the largest of them takes it; no other uncertainty",
  });
  const text = `Without ${name(partner)} (${tellValue(shareBefore, "share")} of ${flowOf(scene, "imports")} in ${bought.year}) HHI over sellers goes from ${tellValue(concentrationBefore, "index")} to ${tellValue(value, "index")}${tellError(figure, book.asOf)}`;
  return [figureCell(text, [state, partner], figure)];
}

/** How many others sell a share that counts: whom the state could turn to, as far as they can deliver more. */
function substitutes(scene: Scene): Cell[] {
  const {state, partner, partnerStates, name, book} = scene;
  const bought = sellersOf(scene);
  if (bought === null) return [];
  const total = [...bought.bySeller.values()].reduce((sum, value) => sum + value, 0);
  const count = [...bought.bySeller].filter(
    ([seller, value]) => !partnerStates.has(seller) && value / total >= supplyBounds.counts,
  ).length;
  if (count === 0) return [];
  const figure = figureOf(scene, bought, {
    id: "substitute-sellers",
    value: count,
    unit: "count",
    interval: null,
    intervalNote: "a complete count of the dataset",
  });
  const text = `Besides ${name(partner)}, ${count} ${count === 1 ? "seller has" : "sellers have"} 5 % and more of ${flowOf(scene, "imports")}, in ${bought.year}${tellError(figure, book.asOf)}: ${count === 1 ? "a substitute" : "substitutes"} at hand`;
  return [figureCell(text, [state, partner], figure)];
}

/** Goods, if the partner sold no more: who else sells, and how few. */
export const sellerLossRules: readonly StakeRule[] = [
  {
    id: "substitute-sellers",
    version: 1,
    side: "benefits",
    looksAt: "sellers besides the partner with a share of the state's imports that counts",
    speaksWhen: "at least one has 5 % and more (our choice)",
    datasets: ["trade-matrix", "trade-sections"],
    find: substitutes,
  },
  {
    id: "without-seller",
    version: 1,
    side: "risks",
    looksAt: "concentration (HHI) of the state's sellers without the partner",
    speaksWhen:
      "the partner sold 5 % and more (our choice) and the concentration would rise whoever fills its place",
    datasets: ["trade-matrix", "trade-sections"],
    find: withoutSeller,
  },
];
