import type {Cell, DatasetId, Gap} from "../world/index.ts";
import {gap} from "../world/index.ts";
import type {Scene} from "./scene.ts";
import type {Side, StakeRule} from "./stake-rule.ts";

/** A side about which nothing is known: says so, says where we looked, and what would fill it. */
export function nothingQuantified(
  scene: Scene,
  side: Side,
  rules: readonly StakeRule[],
  known: Gap | null,
): Cell {
  const {state, partner, sector, name, book} = scene;
  const looked = [...new Set(rules.flatMap((rule) => rule.datasets))];
  const datasets: readonly DatasetId[] = looked.length > 0 ? looked : ["event-rows"];
  const absent = datasets.filter((dataset) => !book.datasets.has(dataset));
  const pair = `${name(state)} with ${name(partner)}`;
  const about = [state, partner];
  const why =
    known?.why ??
    (absent.length > 0
      ? `not held: ${absent.join(", ")}`
      : looked.length > 0
        ? `no figure of ${datasets.join(", ")} speaks of one`
        : "no dataset here measures this sector");
  return {
    text: "no quantified evidence",
    about,
    evidence: [
      {
        kind: "searched",
        datasets,
        where: [],
        quote: `no ${side === "benefits" ? "benefit" : "risk"} of ${pair} in ${sector} found in ${datasets.join(", ")} as known on ${book.asOf}`,
        reaches: about.map((party) => ({party, how: "dataset", by: `searched for ${party}`})),
      },
    ],
    figure: null,
    gap: gap(
      `${side} of ${pair} in ${sector}`,
      why,
      known?.wouldFill ??
        (absent.length > 0
          ? `the dataset ${absent.join(", ")}`
          : "a dataset of this sector by partner"),
    ),
    grade: null,
  };
}
