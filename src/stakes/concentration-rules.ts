import type {Cell, DatasetId} from "../world/index.ts";
import {flowOf} from "./flow-of.ts";
import {newestCell} from "./newest-cell.ts";
import {detailOf, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import type {Flow} from "./trade-share.ts";

const datasets: readonly DatasetId[] = ["trade-matrix", "trade-cow", "trade-sections"];

/**
 * Herfindahl-Hirschman bounds: "unconcentrated" below, "highly concentrated" above. US Department of Justice and
 * Federal Trade Commission, Horizontal Merger Guidelines (2010), §5.3, there in points of 10,000 and for firms.
 */
export const concentrationBounds = {unconcentrated: 0.15, highly: 0.25} as const;

function concentrationCells(
  scene: Scene,
  flow: Flow,
  speaks: (hhi: number) => boolean,
  meaning: string,
): Cell[] {
  const {state, sector} = scene;
  const method = sector === "trade" ? "trade-partner-hhi" : "trade-section-hhi";
  const series = scene
    .series(method, state, null)
    .filter((one) => one.sector === sector && detailOf(one).split("-").includes(flow));
  return newestCell(
    scene,
    series,
    [state],
    speaks,
    ({value, when}) => `${flowOf(scene, flow)} were ${meaning} ${when}, HHI ${value}`,
  );
}

function rulesOf(flow: Flow): StakeRule[] {
  const looksAt = `concentration (HHI) of the state's ${flow} over partners, whoever they are`;
  return [
    {
      id: `${flow}-spread`,
      version: 1,
      side: "benefits",
      looksAt,
      speaksWhen: "below 0.15, “unconcentrated” (DoJ and FTC 2010, §5.3)",
      datasets,
      find: (scene) =>
        concentrationCells(
          scene,
          flow,
          (hhi) => hhi < concentrationBounds.unconcentrated,
          "spread over many partners",
        ),
    },
    {
      id: `${flow}-concentrated`,
      version: 1,
      side: "risks",
      looksAt,
      speaksWhen: "above 0.25, “highly concentrated” (DoJ and FTC 2010, §5.3)",
      datasets,
      find: (scene) =>
        concentrationCells(
          scene,
          flow,
          (hhi) => hhi > concentrationBounds.highly,
          "concentrated on few partners",
        ),
    },
  ];
}

/** How far the state's trade hangs on few partners. */
export const concentrationRules: readonly StakeRule[] = [
  ...rulesOf("exports"),
  ...rulesOf("imports"),
];
