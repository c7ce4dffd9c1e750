import type {Cell, DatasetId} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {flowWords} from "./goods-of-sector.ts";
import {possessive} from "./possessive.ts";
import {newestAmong, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {inDigits, tellError} from "./tell-figure.ts";
import {detailOf} from "./trade-share.ts";

const datasets: readonly DatasetId[] = ["trade-matrix", "trade-cow", "trade-sections"];

/**
 * Herfindahl-Hirschman bounds: "unconcentrated" below, "highly concentrated" above. US Department of Justice and
 * Federal Trade Commission, Horizontal Merger Guidelines (2010), §5.3, there in points of 10,000 and for firms.
 */
export const concentrationBounds = {unconcentrated: 0.15, highly: 0.25} as const;

function concentrationCells(
  scene: Scene,
  flow: "exports" | "imports",
  least: number,
  below: number,
  meaning: string,
): Cell[] {
  const {state, sector, name, book} = scene;
  const method = sector === "trade" ? "trade-partner-hhi" : "trade-section-hhi";
  const newest = newestAmong(
    scene
      .series(method, state, null)
      .filter(
        (one) => detailOf(one).includes(flow) && (sector === "trade" || one.sector === sector),
      ),
  );
  if (newest === null || newest.figure.value < least || newest.figure.value > below) return [];
  const {figure, period} = newest;
  const text = `${possessive(name(state))} ${flowWords(sector, flow)} were ${meaning} in ${period}: HHI ${inDigits(figure.value)}${tellError(figure, book.asOf)}`;
  return [figureCell(text, [state], figure)];
}

/** Herfindahl-Hirschman index of the state's partners: how far it hangs on few of them, whoever they are. */
export const concentrationRules: readonly StakeRule[] = (["exports", "imports"] as const).flatMap(
  (flow): StakeRule[] => [
    {
      id: `${flow}-spread`,
      version: 1,
      side: "benefits",
      looksAt: `concentration (HHI) of the state's ${flow} over partners`,
      speaksWhen: "below 0.15, “unconcentrated” (DoJ and FTC 2010, §5.3)",
      datasets,
      find: (scene) =>
        concentrationCells(
          scene,
          flow,
          0,
          concentrationBounds.unconcentrated,
          "spread over many partners",
        ),
    },
    {
      id: `${flow}-concentrated`,
      version: 1,
      side: "risks",
      looksAt: `concentration (HHI) of the state's ${flow} over partners`,
      speaksWhen: "above 0.25, “highly concentrated” (DoJ and FTC 2010, §5.3)",
      datasets,
      find: (scene) =>
        concentrationCells(
          scene,
          flow,
          concentrationBounds.highly,
          Infinity,
          "concentrated on few partners",
        ),
    },
  ],
);
