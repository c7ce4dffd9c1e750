import type {Article, FactBook, Move, Reference, Series, Stake, Watch} from "../world/index.ts";
import {nothingQuantified} from "./nothing-quantified.ts";
import {type Scene, sceneMaker} from "./scene.ts";
import type {Side} from "./stake-rule.ts";
import {stakeRules} from "./stake-rules.ts";

export interface StakesInput {
  readonly book: FactBook;
  readonly watch: Watch;
  readonly reference: Reference;
  readonly series: readonly Series[];
  readonly moves: readonly Move[];
  readonly articles: readonly Article[];
}

/**
 * The Stakes table: for each watched state, power and sector, the benefits and risks that evidence supports, then
 * those that articles claim. A side about which nothing is known says where we looked.
 */
export function findStakes({book, watch, reference, series}: StakesInput): Stake[] {
  const sceneOf = sceneMaker({book, watch, reference, series});
  return watch.states.flatMap((country) =>
    watch.powers
      .filter((partner) => partner !== country)
      .flatMap((partner) =>
        watch.sectors.map((sector): Stake => {
          const scene = sceneOf(country, partner, sector);
          return {
            country,
            partner,
            sector,
            benefits: sideOf(scene, "benefits"),
            risks: sideOf(scene, "risks"),
          };
        }),
      ),
  );
}

function sideOf(scene: Scene, side: Side): Stake["benefits"] {
  const rules = stakeRules.filter(
    (rule) => rule.side === side && rule.sectors.includes(scene.sector),
  );
  const found = rules.flatMap((rule) => rule.find(scene));
  return found.length > 0 ? found : [nothingQuantified(scene, side, rules, null)];
}
