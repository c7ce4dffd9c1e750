import type {Cell, DatasetId} from "../world/index.ts";
import {gap, isGap} from "../world/index.ts";
import type {Scene} from "./scene.ts";
import type {Side, StakeRule} from "./stake-rule.ts";

/** A side of which no evidence speaks: says so, says where we looked, and what would fill it. */
export function nothingQuantified(scene: Scene, side: Side, rules: readonly StakeRule[]): Cell {
  const {state, partner, sector, name, book} = scene;
  const looked = [...new Set(rules.flatMap((rule) => rule.datasets))];
  // Where no rule measures a sector, coded events are the nearest thing to look at, and they carry no stake.
  const datasets: readonly DatasetId[] = looked.length > 0 ? looked : ["event-rows"];
  const absent = datasets.filter((dataset) => !book.datasets.has(dataset));
  const pair = `${name(state)} with ${name(partner)}`;
  const about = [state, partner];
  return {
    text: "no quantified evidence",
    about,
    evidence: [
      {
        kind: "searched",
        datasets,
        where: [],
        quote: `no ${side === "benefits" ? "benefit" : "risk"} of ${pair} in ${sector} shown by ${datasets.join(", ")} on ${book.asOf}`,
        reaches: about.map((party) => ({party, how: "dataset", by: `searched for ${party}`})),
      },
    ],
    figure: null,
    gap: gap(`${side} of ${pair} in ${sector}`, ...whyNot(scene, looked, absent)),
    grade: null,
  };
}

function whyNot(
  scene: Scene,
  looked: readonly DatasetId[],
  absent: readonly DatasetId[],
): [why: string, wouldFill: string] {
  if (looked.length === 0)
    return ["no dataset here measures this sector", "figures of the sector by partner"];
  if (absent.length > 0)
    return [`the ledger did not hold ${absent.join(", ")}`, `the dataset ${absent.join(", ")}`];
  const why = `nothing in ${looked.join(", ")} passes the rules for it`;
  // Shares and concentration are not dependence; where that is a gap, the measure says what would fill it.
  const [dependence] = scene
    .series("dependence", scene.state, scene.partner)
    .filter((series) => series.sector === scene.sector)
    .flatMap(({points}) => points.map(({figure}) => figure));
  return dependence !== undefined && isGap(dependence)
    ? [`${why}, and dependence is unknown: ${dependence.why}`, dependence.wouldFill]
    : [why, "newer figures, or a dataset of another kind, on the two"];
}
