import type {Cell, DatasetId} from "../world/index.ts";
import {newestCell, type Told} from "./newest-cell.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";

const datasets: readonly DatasetId[] = ["agreements", "agreement-members"];
const looksAt = "trade agreements in force to which both are party";
const method = "agreements-in-force";

function agreementCells(
  scene: Scene,
  speaks: (count: number) => boolean,
  tell: (told: Told, state: string, partner: string) => string,
): Cell[] {
  const {state, partner, name} = scene;
  const series = scene.series(method, state, partner);
  return newestCell(scene, series, [state, partner], speaks, (told) =>
    tell(told, name(state), name(partner)),
  );
}

/** Trade agreements that bind the two. */
export const agreementRules: readonly StakeRule[] = [
  {
    id: "agreements-in-force",
    version: 1,
    side: "benefits",
    looksAt,
    speaksWhen: "at least one",
    datasets,
    find: (scene) =>
      agreementCells(
        scene,
        (count) => count > 0,
        ({value, when}, state, partner) =>
          `Trade agreements in force between ${state} and ${partner} ${when}: ${value}, agreed access to markets`,
      ),
  },
  {
    id: "no-agreement-in-force",
    version: 1,
    side: "risks",
    looksAt,
    speaksWhen: "none, as far as the compilation reaches",
    datasets,
    find: (scene) =>
      agreementCells(
        scene,
        (count) => count === 0,
        ({when}, state, partner) =>
          `No trade agreement between ${state} and ${partner} in force ${when}: no agreed preference`,
      ),
  },
];
