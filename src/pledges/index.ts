export {gatherPledges} from "./gather-pledges.ts";
export {
  choosePledges,
  type ListedPledge,
  lastStep,
  listPledges,
  type PledgeList,
  type PledgeSearch,
} from "./list-pledges.ts";
export {type AlertKind, type PledgeAlert, pledgeAlerts} from "./pledge-alerts.ts";
export {type Gathered, type PledgesTold, pledgeSettler} from "./pledge-settler.ts";
export {firstAt} from "./settle-pledge.ts";
export {settleThread} from "./settle-thread.ts";
export {pledgeId, type Thread} from "./thread.ts";
export {yearsBetween} from "./years-between.ts";
