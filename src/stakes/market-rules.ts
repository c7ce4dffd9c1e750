import type {Cell} from "../world/index.ts";
import {flowOf} from "./flow-of.ts";
import {newestCell} from "./newest-cell.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tradeDatasets, tradeShares} from "./trade-share.ts";

/** Shares of what one partner takes, our choice: from a twentieth on it counts, from a tenth on a state is exposed to it. */
export const marketBounds = {counts: 0.05, exposed: 0.1} as const;

const {counts, exposed} = marketBounds;

function buyerCells(scene: Scene, speaks: (share: number) => boolean, meaning: string): Cell[] {
  const {state, partner, name} = scene;
  return newestCell(
    scene,
    tradeShares(scene, "exports"),
    [state, partner],
    speaks,
    ({value, when}) =>
      `${name(partner)} took ${value} of ${flowOf(scene, "exports")} ${when}: ${meaning}`,
  );
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
    find: (scene) => buyerCells(scene, (share) => share >= counts, "a market that counts"),
  },
  {
    id: "room-to-sell",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share in the state's exports",
    speaksWhen: "below 5 % (our choice): there is room to diversify",
    datasets: tradeDatasets,
    find: (scene) => buyerCells(scene, (share) => share < counts, "room to sell more there"),
  },
  {
    id: "exposure-to-buyer",
    version: 1,
    side: "risks",
    looksAt: "the partner's share in the state's exports",
    speaksWhen: "at 10 % and more (our choice): its tariffs and its demand would be felt",
    datasets: tradeDatasets,
    find: (scene) =>
      buyerCells(scene, (share) => share >= exposed, "exposed to its tariffs and demand"),
  },
];
