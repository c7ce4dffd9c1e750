export {findStakes, type StakesInput} from "./find-stakes.ts";
export type {StakeRule} from "./stake-rule.ts";
export {stakeRules} from "./stake-rules.ts";
export {tellValue} from "./tell-figure.ts";
