import type {Cell, DatasetId} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {newestAmong, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tellError, tellValue} from "./tell-figure.ts";

const datasets: readonly DatasetId[] = ["icews-pairs"];

/** From this share of co-operative events on relations are called co-operative: our choice, three quarters. */
const cooperative = 0.75;

function tenorCells(scene: Scene, speaks: (share: number) => boolean, meaning: string): Cell[] {
  const {state, partner, name, book} = scene;
  const newest = newestAmong(scene.series("icews-cooperative-share", state, partner));
  if (newest === null || !speaks(newest.figure.value)) return [];
  const {figure, period} = newest;
  const text = `${tellValue(figure.value, figure.unit)} of reported events between ${name(state)} and ${name(partner)} in ${period} were co-operative${tellError(figure, book.asOf)}: ${meaning}`;
  return [figureCell(text, [state, partner], figure)];
}

/** The tenor of what was reported between the two, by machine-coded counts. */
export const eventRules: readonly StakeRule[] = [
  {
    id: "mostly-co-operative",
    version: 1,
    side: "benefits",
    looksAt: "the co-operative share of reported events between the two, newest year",
    speaksWhen: "at 75 % and more (our choice)",
    datasets,
    find: (scene) => tenorCells(scene, (share) => share >= cooperative, "a working relation"),
  },
  {
    id: "often-in-conflict",
    version: 1,
    side: "risks",
    looksAt: "the co-operative share of reported events between the two, newest year",
    speaksWhen: "below 75 % (our choice)",
    datasets,
    find: (scene) => tenorCells(scene, (share) => share < cooperative, "friction"),
  },
];
