import type {Cell, DatasetId} from "../world/index.ts";
import {concentrationBounds} from "./concentration-rules.ts";
import {newestCell} from "./newest-cell.ts";
import {possessive} from "./possessive.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {supplyBounds} from "./supply-rules.ts";

const datasets: readonly DatasetId[] = ["arms-deliveries"];
const {counts, reliant} = supplyBounds;

function shareCells(scene: Scene, speaks: (share: number) => boolean, meaning: string): Cell[] {
  const {state, partner, name} = scene;
  return newestCell(
    scene,
    scene.series("arms-stock-share", state, partner),
    [state, partner],
    speaks,
    ({value, when}) =>
      `${name(partner)} supplied ${value} of the arms that came to ${name(state)} ${when}: ${meaning}`,
  );
}

function supplierCells(scene: Scene, speaks: (hhi: number) => boolean, meaning: string): Cell[] {
  const {state, name} = scene;
  return newestCell(
    scene,
    scene.series("arms-supplier-hhi", state, null),
    [state],
    speaks,
    ({value, when}) => `${possessive(name(state))} arms came from ${meaning} ${when}, HHI ${value}`,
  );
}

/** Who delivers the state's arms, in the newest five years. */
export const armsDeliveryRules: readonly StakeRule[] = [
  {
    id: "arms-supply",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share of arms delivered to the state in the newest five years",
    speaksWhen: "at 5 % and more (our choice)",
    datasets,
    find: (scene) => shareCells(scene, (share) => share >= counts, "a supplier that counts"),
  },
  {
    id: "arms-room",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share of arms delivered to the state in the newest five years",
    speaksWhen: "below 5 % (our choice): buying there would add a supplier",
    datasets,
    find: (scene) => shareCells(scene, (share) => share < counts, "room to add a supplier"),
  },
  {
    id: "arms-spread",
    version: 1,
    side: "benefits",
    looksAt: "concentration (HHI) of deliveries over suppliers in the newest five years",
    speaksWhen: "below 0.15, “unconcentrated” (DoJ and FTC 2010, §5.3)",
    datasets,
    find: (scene) =>
      supplierCells(scene, (hhi) => hhi < concentrationBounds.unconcentrated, "many suppliers"),
  },
  {
    id: "arms-reliance",
    version: 1,
    side: "risks",
    looksAt: "the partner's share of arms delivered to the state in the newest five years",
    speaksWhen: "at 25 % and more (our choice)",
    datasets,
    find: (scene) => shareCells(scene, (share) => share >= reliant, "reliance on one supplier"),
  },
  {
    id: "arms-concentrated",
    version: 1,
    side: "risks",
    looksAt: "concentration (HHI) of deliveries over suppliers in the newest five years",
    speaksWhen: "above 0.25, “highly concentrated” (DoJ and FTC 2010, §5.3)",
    datasets,
    find: (scene) =>
      supplierCells(scene, (hhi) => hhi > concentrationBounds.highly, "few suppliers"),
  },
];
