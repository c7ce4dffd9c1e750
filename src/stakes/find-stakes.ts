import type {
  Article,
  Cell,
  FactBook,
  Move,
  Reference,
  Series,
  Stake,
  Watch,
} from "../world/index.ts";
import {sentence} from "../world/index.ts";
import {type ClaimedStake, claimedStakes} from "./claimed-stakes.ts";
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
 * those that articles claim. A side about which no evidence speaks says where we looked, whatever a specimen claims.
 */
export function findStakes(input: StakesInput): Stake[] {
  const {watch, reference, articles} = input;
  const sceneOf = sceneMaker(input);
  const claims = claimedStakes(articles, watch, reference);
  return watch.states.flatMap((country) =>
    watch.powers
      .filter((partner) => partner !== country)
      .flatMap((partner) =>
        watch.sectors.map((sector): Stake => {
          const scene = sceneOf(country, partner, sector);
          const claimed = claims.filter(
            (one) => one.state === country && one.partner === partner && one.sector === sector,
          );
          return {
            country,
            partner,
            sector,
            benefits: sideOf(scene, "benefits", claimed),
            risks: sideOf(scene, "risks", claimed),
          };
        }),
      ),
  );
}

function sideOf(scene: Scene, side: Side, claimed: readonly ClaimedStake[]): readonly Cell[] {
  const rules = stakeRules[scene.sector].filter((rule) => rule.side === side);
  const found = rules
    .flatMap((rule) => rule.find(scene))
    .map((cell) => ({...cell, text: sentence(cell.text)}));
  const ofArticles = claimed.filter((one) => one.side === side).map(({cell}) => cell);
  return found.length > 0
    ? [...found, ...ofArticles]
    : [...ofArticles, nothingQuantified(scene, side, rules)];
}
