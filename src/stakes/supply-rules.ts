import type {Cell} from "../world/index.ts";
import {flowOf} from "./flow-of.ts";
import {newestCell} from "./newest-cell.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tradeDatasets, tradeShares} from "./trade-share.ts";

/**
 * Shares of what is bought from one partner, our choice: from a twentieth on it counts, from a quarter on it is relied
 * upon. Reliance is not dependence, which would need to know what the state makes itself and could replace.
 */
export const supplyBounds = {counts: 0.05, reliant: 0.25} as const;

const {counts, reliant} = supplyBounds;

function sellerCells(scene: Scene, speaks: (share: number) => boolean, meaning: string): Cell[] {
  const {state, partner, name} = scene;
  return newestCell(
    scene,
    tradeShares(scene, "imports"),
    [state, partner],
    speaks,
    ({value, when}) =>
      `${name(partner)} sold ${value} of ${flowOf(scene, "imports")} ${when}: ${meaning}`,
  );
}

/** What the partner sells to the state: of all goods, or of a sector's. */
export const supplyRules: readonly StakeRule[] = [
  {
    id: "supply",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share in the state's imports",
    speaksWhen: "at 5 % and more (our choice)",
    datasets: tradeDatasets,
    find: (scene) => sellerCells(scene, (share) => share >= counts, "a seller that counts"),
  },
  {
    id: "room-to-buy",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share in the state's imports",
    speaksWhen: "below 5 % (our choice): buying there would add a seller",
    datasets: tradeDatasets,
    find: (scene) => sellerCells(scene, (share) => share < counts, "room to add a seller"),
  },
  {
    id: "reliance-on-seller",
    version: 1,
    side: "risks",
    looksAt: "the partner's share in the state's imports",
    speaksWhen: "at 25 % and more (our choice)",
    datasets: tradeDatasets,
    find: (scene) => sellerCells(scene, (share) => share >= reliant, "reliance on one seller"),
  },
];
