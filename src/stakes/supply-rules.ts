import type {Cell} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {flowWords} from "./goods-of-sector.ts";
import {possessive} from "./possessive.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tellError, tellValue} from "./tell-figure.ts";
import {tradeDatasets, tradeShare} from "./trade-share.ts";

/** From this share on a partner counts as a seller: our choice, a twentieth. */
const counts = 0.05;
/** From this share on buying from one seller is called reliance: our choice, a quarter. */
const reliant = 0.25;

/** How much of the state's imports the partner sells, and what that means within two bounds. */
function sellerCells(scene: Scene, least: number, below: number, meaning: string): Cell[] {
  const newest = tradeShare(scene, "imports");
  if (newest === null || newest.figure.value < least || newest.figure.value >= below) return [];
  const {state, partner, sector, name, book} = scene;
  const {figure, period} = newest;
  const goods = `${possessive(name(state))} ${flowWords(sector, "imports")}`;
  const text = `${name(partner)} sold ${tellValue(figure.value, figure.unit)} of ${goods} in ${period}${tellError(figure, book.asOf)}: ${meaning}`;
  return [figureCell(text, [state, partner], figure)];
}

/** What the partner sells to the state: of all goods, or of a sector's. */
export const supplyRules: readonly StakeRule[] = [
  {
    id: "supply",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share in the state's imports",
    speaksWhen: "from 5 % to below 25 % (our choice)",
    datasets: tradeDatasets,
    find: (scene) => sellerCells(scene, counts, reliant, "a seller that counts"),
  },
  {
    id: "room-to-buy",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share in the state's imports",
    speaksWhen: "below 5 % (our choice): buying there would add a seller",
    datasets: tradeDatasets,
    find: (scene) => sellerCells(scene, 0, counts, "room to add a seller"),
  },
  {
    id: "reliance-on-seller",
    version: 1,
    side: "risks",
    looksAt: "the partner's share in the state's imports",
    speaksWhen: "at 25 % and more (our choice)",
    datasets: tradeDatasets,
    find: (scene) => sellerCells(scene, reliant, Infinity, "reliance on one seller"),
  },
];
