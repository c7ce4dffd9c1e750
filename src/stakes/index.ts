export {type ArmsCell, armsCells} from "./arms-supply-rules.ts";
export {findStakes, type StakesInput} from "./find-stakes.ts";
export type {StakeRule} from "./stake-rule.ts";
export {stakeRules} from "./stake-rules.ts";
export {type SupplyCell, supplyCells} from "./supply-cells.ts";
export {tellValue} from "./tell-figure.ts";
