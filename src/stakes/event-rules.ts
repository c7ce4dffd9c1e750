import type {Cell, DatasetId} from "../world/index.ts";
import {newestCell} from "./newest-cell.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";

const datasets: readonly DatasetId[] = ["icews-pairs"];
const looksAt = "the co-operative share of reported events between the two, newest year";

/** From this share of co-operative events on relations are called co-operative: our choice, three quarters. */
const cooperative = 0.75;

function tenorCells(scene: Scene, speaks: (share: number) => boolean, meaning: string): Cell[] {
  const {state, partner, name} = scene;
  return newestCell(
    scene,
    scene.series("icews-cooperative-share", state, partner),
    [state, partner],
    speaks,
    ({value, when}) =>
      `${value} of reported events between ${name(state)} and ${name(partner)} ${when} were co-operative: ${meaning}`,
  );
}

/** The tenor of what was reported between the two, by machine-coded counts. */
export const eventRules: readonly StakeRule[] = [
  {
    id: "mostly-co-operative",
    version: 1,
    side: "benefits",
    looksAt,
    speaksWhen: "at 75 % and more (our choice)",
    datasets,
    find: (scene) => tenorCells(scene, (share) => share >= cooperative, "a working relation"),
  },
  {
    id: "often-in-conflict",
    version: 1,
    side: "risks",
    looksAt,
    speaksWhen: "below 75 % (our choice)",
    datasets,
    find: (scene) => tenorCells(scene, (share) => share < cooperative, "friction"),
  },
];
