import type {Matcher} from "./claim.ts";
import {matchAgreement} from "./match-agreement.ts";
import {matchArms} from "./match-arms.ts";
import {matchArmsRank} from "./match-arms-rank.ts";
import {matchEnergy} from "./match-energy.ts";
import {matchLeader} from "./match-leader.ts";
import {matchListing} from "./match-listing.ts";
import {matchMembership} from "./match-membership.ts";
import {matchOrder} from "./match-order.ts";
import {matchPartnerRank} from "./match-partner-rank.ts";
import {matchSanction} from "./match-sanction.ts";
import {matchSpending} from "./match-spending.ts";
import {matchTrade} from "./match-trade.ts";
import {matchTradeBalance} from "./match-trade-balance.ts";
import {matchVote} from "./match-vote.ts";

/** Asked in this order; the first that knows the kind of claim answers. */
export const matchers: readonly Matcher[] = [
  matchVote,
  matchMembership,
  matchLeader,
  matchListing,
  matchSanction,
  matchSpending,
  matchOrder,
  matchArmsRank,
  matchArms,
  matchPartnerRank,
  matchEnergy,
  matchTradeBalance,
  matchTrade,
  matchAgreement,
];
