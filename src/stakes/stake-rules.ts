import type {Sector} from "../world/index.ts";
import {agreementRules} from "./agreement-rules.ts";
import {armsDeliveryRules} from "./arms-delivery-rules.ts";
import {armsOrderRules} from "./arms-order-rules.ts";
import {armsSupplyRules} from "./arms-supply-rules.ts";
import {concentrationRules} from "./concentration-rules.ts";
import {conflictRules} from "./conflict-rules.ts";
import {eventRules} from "./event-rules.ts";
import {fuelRules} from "./fuel-rules.ts";
import {investmentRules} from "./investment-rules.ts";
import {marketRules} from "./market-rules.ts";
import {membershipRules} from "./membership-rules.ts";
import {sanctionRules} from "./sanction-rules.ts";
import {fuelLossRules, sellerLossRules} from "./seller-loss-rules.ts";
import type {StakeRule} from "./stake-rule.ts";
import {supplyRules} from "./supply-rules.ts";
import {voteRules} from "./vote-rules.ts";

/** The catalogue: what is looked at in each sector, the most telling first. */
export const stakeRules: Readonly<Record<Sector, readonly StakeRule[]>> = {
  energy: [
    ...fuelRules,
    ...fuelLossRules,
    ...supplyRules,
    ...marketRules,
    ...concentrationRules,
    ...sanctionRules,
    ...conflictRules,
  ],
  defence: [
    ...armsOrderRules,
    ...armsDeliveryRules,
    ...sanctionRules,
    ...armsSupplyRules,
    ...conflictRules,
  ],
  trade: [
    ...marketRules,
    ...supplyRules,
    ...sellerLossRules,
    ...agreementRules,
    ...investmentRules,
    ...concentrationRules,
    ...sanctionRules,
    ...conflictRules,
  ],
  agriculture: [
    ...marketRules,
    ...supplyRules,
    ...sellerLossRules,
    ...concentrationRules,
    ...conflictRules,
  ],
  technology: [
    ...supplyRules,
    ...sellerLossRules,
    ...marketRules,
    ...investmentRules,
    ...concentrationRules,
    ...sanctionRules,
    ...conflictRules,
  ],
  diplomacy: [...voteRules, ...membershipRules, ...eventRules, ...conflictRules],
  other: conflictRules,
};
