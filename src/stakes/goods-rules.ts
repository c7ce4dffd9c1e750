import type {Cell, DatasetId, Sector} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {flowWords} from "./goods-of-sector.ts";
import {possessive} from "./possessive.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tellError, tellValue} from "./tell-figure.ts";
import {tradeShare} from "./trade-share.ts";

const goodsSectors: readonly Sector[] = ["trade", "energy", "agriculture", "technology"];
const datasets: readonly DatasetId[] = [
  "trade-matrix",
  "trade-cow",
  "trade-sections",
  "trade-partners",
];

/** From this share on a partner matters as a market or a seller: our choice, a twentieth. */
const matters = 0.05;
/** From this share on a state is exposed to one buyer: our choice, a tenth. */
const exposed = 0.1;
/** From this share on buying from one seller is called reliance: our choice, a quarter. */
const reliant = 0.25;

/** How much of the state's exports the partner takes, and what that means between two bounds. */
function buyerCell(scene: Scene, least: number, below: number, meaning: string): Cell[] {
  const newest = tradeShare(scene, "exports");
  if (newest === null || newest.figure.value < least || newest.figure.value >= below) return [];
  const {state, partner, name, book} = scene;
  const {figure, period} = newest;
  const goods = `${possessive(name(state))} ${flowWords(scene.sector, "exports")}`;
  const text = `${name(partner)} took ${tellValue(figure.value, figure.unit)} of ${goods} in ${period}${tellError(figure, book.asOf)}: ${meaning}`;
  return [figureCell(text, [state, partner], figure)];
}

function sellerCell(scene: Scene, least: number, below: number, meaning: string): Cell[] {
  const newest = tradeShare(scene, "imports");
  if (newest === null || newest.figure.value < least || newest.figure.value >= below) return [];
  const {state, partner, name, book} = scene;
  const {figure, period} = newest;
  const goods = `${possessive(name(state))} ${flowWords(scene.sector, "imports")}`;
  const text = `${name(partner)} sold ${tellValue(figure.value, figure.unit)} of ${goods} in ${period}${tellError(figure, book.asOf)}: ${meaning}`;
  return [figureCell(text, [state, partner], figure)];
}

/** What the partner buys from and sells to the state, of all goods or of a sector's. */
export const goodsRules: readonly StakeRule[] = [
  {
    id: "market",
    version: 1,
    sectors: goodsSectors,
    side: "benefits",
    looksAt: "the partner's share in the state's exports",
    speaksWhen: "at 5 % and more (our choice)",
    datasets,
    find: (scene) => buyerCell(scene, matters, Infinity, "a market that counts"),
  },
  {
    id: "room-to-sell",
    version: 1,
    sectors: goodsSectors,
    side: "benefits",
    looksAt: "the partner's share in the state's exports",
    speaksWhen: "below 5 % (our choice): there is room to diversify",
    datasets,
    find: (scene) => buyerCell(scene, 0, matters, "room to sell more there"),
  },
  {
    id: "supply",
    version: 1,
    sectors: goodsSectors,
    side: "benefits",
    looksAt: "the partner's share in the state's imports",
    speaksWhen: "from 5 % to below 25 % (our choice)",
    datasets,
    find: (scene) => sellerCell(scene, matters, reliant, "a seller that counts"),
  },
  {
    id: "room-to-buy",
    version: 1,
    sectors: goodsSectors,
    side: "benefits",
    looksAt: "the partner's share in the state's imports",
    speaksWhen: "below 5 % (our choice): buying there would add a seller",
    datasets,
    find: (scene) => sellerCell(scene, 0, matters, "room to add a seller"),
  },
  {
    id: "exposure-to-buyer",
    version: 1,
    sectors: goodsSectors,
    side: "risks",
    looksAt: "the partner's share in the state's exports",
    speaksWhen: "at 10 % and more (our choice): its tariffs and its demand would be felt",
    datasets,
    find: (scene) => buyerCell(scene, exposed, Infinity, "exposed to its tariffs and demand"),
  },
  {
    id: "reliance-on-seller",
    version: 1,
    sectors: goodsSectors,
    side: "risks",
    looksAt: "the partner's share in the state's imports",
    speaksWhen: "at 25 % and more (our choice)",
    datasets,
    find: (scene) => sellerCell(scene, reliant, Infinity, "reliance on one seller"),
  },
];
