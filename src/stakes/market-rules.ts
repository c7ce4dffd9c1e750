import type {Cell} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {flowWords} from "./goods-of-sector.ts";
import {possessive} from "./possessive.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tellError, tellValue} from "./tell-figure.ts";
import {tradeDatasets, tradeShare} from "./trade-share.ts";

/** From this share on a partner counts as a market: our choice, a twentieth. */
const counts = 0.05;
/** From this share on a state is exposed to one buyer: our choice, a tenth. */
const exposed = 0.1;

/** How much of the state's exports the partner takes, and what that means within two bounds. */
function buyerCells(scene: Scene, least: number, below: number, meaning: string): Cell[] {
  const newest = tradeShare(scene, "exports");
  if (newest === null || newest.figure.value < least || newest.figure.value >= below) return [];
  const {state, partner, sector, name, book} = scene;
  const {figure, period} = newest;
  const goods = `${possessive(name(state))} ${flowWords(sector, "exports")}`;
  const text = `${name(partner)} took ${tellValue(figure.value, figure.unit)} of ${goods} in ${period}${tellError(figure, book.asOf)}: ${meaning}`;
  return [figureCell(text, [state, partner], figure)];
}

/** What the partner buys from the state: of all goods, or of a sector's. */
export const marketRules: readonly StakeRule[] = [
  {
    id: "market",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share in the state's exports",
    speaksWhen: "at 5 % and more (our choice)",
    datasets: tradeDatasets,
    find: (scene) => buyerCells(scene, counts, Infinity, "a market that counts"),
  },
  {
    id: "room-to-sell",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share in the state's exports",
    speaksWhen: "below 5 % (our choice): there is room to diversify",
    datasets: tradeDatasets,
    find: (scene) => buyerCells(scene, 0, counts, "room to sell more there"),
  },
  {
    id: "exposure-to-buyer",
    version: 1,
    side: "risks",
    looksAt: "the partner's share in the state's exports",
    speaksWhen: "at 10 % and more (our choice): its tariffs and its demand would be felt",
    datasets: tradeDatasets,
    find: (scene) => buyerCells(scene, exposed, Infinity, "exposed to its tariffs and demand"),
  },
];
