import {concentrationRules} from "./concentration-rules.ts";
import {goodsRules} from "./goods-rules.ts";
import type {StakeRule} from "./stake-rule.ts";

/** The catalogue, in the order in which a cell's statements are read. */
export const stakeRules: readonly StakeRule[] = [...goodsRules, ...concentrationRules];
