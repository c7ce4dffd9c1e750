import type {Decisions} from "../ledger/index.ts";
import type {Pledge, PledgeRule, RejectedPledge} from "../world/index.ts";
import {judgeSteps} from "./judge-steps.ts";
import {isBid} from "./pledges-from-memberships.ts";
import {settlePledge} from "./settle-pledge.ts";
import {joinThreads, type Thread} from "./thread.ts";

/** All that is told of one commitment: at least one thread. */
export type Parts = readonly [Thread, ...Thread[]];

/**
 * A commitment from all that its sources tell, as people have judged it: how it stands; or that nothing of it stands any
 * more; or neither, where nothing was ever promised.
 * @throws Error for a kind without a rule: a bug of ours.
 */
export function settleThread(
  id: string,
  [first, ...others]: Parts,
  decisions: Decisions,
  rules: ReadonlyMap<string, PledgeRule>,
): {pledge: Pledge | null; rejected: RejectedPledge | null} {
  const thread = joinThreads(first, others);
  const {kind, text, by, to, specimen} = thread;
  const rule = rules.get(kind);
  if (rule === undefined) throw new Error(`no rule says how a ${kind} goes`);
  const judged = judgeSteps(id, thread.steps, decisions, rule);
  const pledge = isBid(kind, judged.steps) ? settlePledge(id, thread, judged, rule) : null;
  const isGone = pledge === null && judged.setAside.length > 0;
  return {pledge, rejected: isGone ? {id, kind, text, by, to, specimen, ...judged} : null};
}
