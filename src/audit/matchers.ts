import type {Matcher} from "./claim.ts";
import {matchAgreement} from "./match-agreement.ts";
import {matchArms} from "./match-arms.ts";
import {matchMembership} from "./match-membership.ts";
import {matchMove} from "./match-move.ts";
import {matchTrade} from "./match-trade.ts";
import {matchVote} from "./match-vote.ts";

/** Asked in this order; the first that knows the kind of claim answers. */
export const matchers: readonly Matcher[] = [
  matchVote,
  matchMembership,
  matchArms,
  matchTrade,
  matchAgreement,
  matchMove,
];
