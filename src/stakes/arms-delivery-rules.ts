import type {Cell, DatasetId} from "../world/index.ts";
import {concentrationBounds} from "./concentration-rules.ts";
import {figureCell} from "./figure-cell.ts";
import {possessive} from "./possessive.ts";
import {newestAmong, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {inDigits, tellError, tellValue} from "./tell-figure.ts";

const datasets: readonly DatasetId[] = ["arms-deliveries"];

/** From this share of deliveries on a supplier is relied upon: our choice, a quarter. */
const reliant = 0.25;

function shareCells(scene: Scene, speaks: (share: number) => boolean, meaning: string): Cell[] {
  const {state, partner, name, book} = scene;
  const newest = newestAmong(scene.series("arms-stock-share", state, partner));
  if (newest === null || !speaks(newest.figure.value)) return [];
  const {figure, period} = newest;
  const share = figure.value === 0 ? "none" : tellValue(figure.value, figure.unit);
  const text = `${name(partner)} supplied ${share} of the arms that came to ${name(state)} in ${period}${tellError(figure, book.asOf)}: ${meaning}`;
  return [figureCell(text, [state, partner], figure)];
}

function supplierCells(scene: Scene, least: number, below: number, meaning: string): Cell[] {
  const {state, name, book} = scene;
  const newest = newestAmong(scene.series("arms-supplier-hhi", state, null));
  if (newest === null || newest.figure.value < least || newest.figure.value > below) return [];
  const {figure, period} = newest;
  const text = `${possessive(name(state))} arms came from ${meaning} in ${period}: HHI ${inDigits(figure.value)}${tellError(figure, book.asOf)}`;
  return [figureCell(text, [state], figure)];
}

/** Who delivers the state's arms, in the newest five years. */
export const armsDeliveryRules: readonly StakeRule[] = [
  {
    id: "arms-supply",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share of arms delivered to the state in the newest five years",
    speaksWhen: "above zero and below 25 % (our choice)",
    datasets,
    find: (scene) =>
      shareCells(scene, (share) => share > 0 && share < reliant, "one supplier among others"),
  },
  {
    id: "arms-spread",
    version: 1,
    side: "benefits",
    looksAt: "concentration (HHI) of deliveries over suppliers in the newest five years",
    speaksWhen: "below 0.15, “unconcentrated” (DoJ and FTC 2010, §5.3)",
    datasets,
    find: (scene) => supplierCells(scene, 0, concentrationBounds.unconcentrated, "many suppliers"),
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
    find: (scene) => supplierCells(scene, concentrationBounds.highly, Infinity, "few suppliers"),
  },
];
