import type {Matcher} from "./claim.ts";
import {matchAgreement} from "./match-agreement.ts";
import {matchArms} from "./match-arms.ts";
import {matchLeader} from "./match-leader.ts";
import {matchMembership} from "./match-membership.ts";
import {matchOrder} from "./match-order.ts";
import {matchPartnerRank} from "./match-partner-rank.ts";
import {matchSanction} from "./match-sanction.ts";
import {matchSpending} from "./match-spending.ts";
import {matchTrade} from "./match-trade.ts";
import {matchVote} from "./match-vote.ts";

/** Asked in this order; the first that knows the kind of claim answers. */
export const matchers: readonly Matcher[] = [
  matchVote,
  matchMembership,
  matchLeader,
  matchSanction,
  matchSpending,
  matchOrder,
  matchArms,
  matchPartnerRank,
  matchTrade,
  matchAgreement,
];
