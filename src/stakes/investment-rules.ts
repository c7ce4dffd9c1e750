import type {Cell, DatasetId} from "../world/index.ts";
import {newestCell} from "./newest-cell.ts";
import {detailOf, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";

const datasets: readonly DatasetId[] = ["fdi"];
const looksAt =
  "direct investment from the partner in the state, of all sectors, newest year disclosed";

function positionCells(scene: Scene, speaks: (usd: number) => boolean, meaning: string): Cell[] {
  const {state, partner, name} = scene;
  const series = scene
    .series("fdi-position", state, partner)
    .filter((one) => detailOf(one) === "from-partner");
  return newestCell(
    scene,
    series,
    [state, partner],
    speaks,
    ({value, when}) =>
      `Direct investment from ${name(partner)} in ${name(state)}, all sectors, stood at ${value} ${when}: ${meaning}`,
  );
}

/** What the partner's owners hold in the state. A negative position means that more was lent back than is held. */
export const investmentRules: readonly StakeRule[] = [
  {
    id: "investment",
    version: 1,
    side: "benefits",
    looksAt,
    speaksWhen: "above zero",
    datasets,
    find: (scene) => positionCells(scene, (usd) => usd > 0, "capital that is there"),
  },
  {
    id: "disinvestment",
    version: 1,
    side: "risks",
    looksAt,
    speaksWhen: "below zero",
    datasets,
    find: (scene) => positionCells(scene, (usd) => usd < 0, "more was lent back than is held"),
  },
];
