import type {Cell, DatasetId} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {newestAmong, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tellError} from "./tell-figure.ts";

const datasets: readonly DatasetId[] = ["agreements", "agreement-members"];

function agreementCells(scene: Scene, speaks: (count: number) => boolean): Cell[] {
  const {state, partner, name, book} = scene;
  const newest = newestAmong(scene.series("agreements-in-force", state, partner));
  if (newest === null || !speaks(newest.figure.value)) return [];
  const {figure, period} = newest;
  const {value} = figure;
  const count =
    value === 0
      ? "No trade agreement"
      : `${value} trade ${value === 1 ? "agreement" : "agreements"}`;
  const meaning = value === 0 ? ": no agreed preference" : ": agreed access";
  const text = `${count} between ${name(state)} and ${name(partner)} in force in ${period}${tellError(figure, book.asOf)}${meaning}`;
  return [figureCell(text, [state, partner], figure)];
}

/** Trade agreements that bind the two. */
export const agreementRules: readonly StakeRule[] = [
  {
    id: "agreements-in-force",
    version: 1,
    side: "benefits",
    looksAt: "trade agreements in force to which both are party",
    speaksWhen: "at least one",
    datasets,
    find: (scene) => agreementCells(scene, (count) => count > 0),
  },
  {
    id: "no-agreement-in-force",
    version: 1,
    side: "risks",
    looksAt: "trade agreements in force to which both are party",
    speaksWhen: "none, as far as the compilation reaches",
    datasets,
    find: (scene) => agreementCells(scene, (count) => count === 0),
  },
];
