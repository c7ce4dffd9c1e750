import type {Sector} from "../world/index.ts";
import {agreementRules} from "./agreement-rules.ts";
import {armsDeliveryRules} from "./arms-delivery-rules.ts";
import {armsOrderRules} from "./arms-order-rules.ts";
import {concentrationRules} from "./concentration-rules.ts";
import {eventRules} from "./event-rules.ts";
import {fuelRules} from "./fuel-rules.ts";
import {investmentRules} from "./investment-rules.ts";
import {marketRules} from "./market-rules.ts";
import {membershipRules} from "./membership-rules.ts";
import {sanctionRules} from "./sanction-rules.ts";
import type {StakeRule} from "./stake-rule.ts";
import {supplyRules} from "./supply-rules.ts";
import {voteRules} from "./vote-rules.ts";

/** The catalogue: what is looked at in each sector, the most telling first. No dataset here measures "other". */
export const stakeRules: Readonly<Record<Sector, readonly StakeRule[]>> = {
  energy: [...fuelRules, ...supplyRules, ...marketRules, ...concentrationRules, ...sanctionRules],
  defence: [...armsOrderRules, ...armsDeliveryRules, ...sanctionRules],
  trade: [
    ...marketRules,
    ...supplyRules,
    ...agreementRules,
    ...investmentRules,
    ...concentrationRules,
    ...sanctionRules,
  ],
  agriculture: [...marketRules, ...supplyRules, ...concentrationRules],
  technology: [
    ...supplyRules,
    ...marketRules,
    ...investmentRules,
    ...concentrationRules,
    ...sanctionRules,
  ],
  diplomacy: [...voteRules, ...membershipRules, ...eventRules],
  other: [],
};
