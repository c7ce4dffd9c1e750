import type {Cell, DatasetId} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {newestAmong, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tellError, tellValue} from "./tell-figure.ts";
import {detailOf} from "./trade-share.ts";

const datasets: readonly DatasetId[] = ["fdi"];

function positionCells(scene: Scene, speaks: (usd: number) => boolean, meaning: string): Cell[] {
  const {state, partner, name, book} = scene;
  const newest = newestAmong(
    scene
      .series("fdi-position", state, partner)
      .filter((series) => detailOf(series) === "from-partner"),
  );
  if (newest === null || !speaks(newest.figure.value)) return [];
  const {figure, period} = newest;
  const text = `Direct investment from ${name(partner)} in ${name(state)} stood at ${tellValue(figure.value, figure.unit)} at the end of ${period}, all sectors${tellError(figure, book.asOf)}: ${meaning}`;
  return [figureCell(text, [state, partner], figure)];
}

/** What the partner's owners hold in the state. A negative position means that more was lent back than is held. */
export const investmentRules: readonly StakeRule[] = [
  {
    id: "investment",
    version: 1,
    side: "benefits",
    looksAt:
      "direct investment from the partner in the state, of all sectors, newest year disclosed",
    speaksWhen: "above zero",
    datasets,
    find: (scene) => positionCells(scene, (usd) => usd > 0, "capital that is there"),
  },
  {
    id: "disinvestment",
    version: 1,
    side: "risks",
    looksAt:
      "direct investment from the partner in the state, of all sectors, newest year disclosed",
    speaksWhen: "below zero",
    datasets,
    find: (scene) => positionCells(scene, (usd) => usd < 0, "more was lent back than is held"),
  },
];
