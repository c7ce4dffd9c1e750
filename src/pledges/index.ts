export {gatherPledges} from "./gather-pledges.ts";
export {
  choosePledges,
  type ListedPledge,
  lastStep,
  listPledges,
  type PledgeList,
  type PledgeSearch,
} from "./list-pledges.ts";
export {firstAt, settlePledge} from "./settle-pledge.ts";
export {pledgeId, type Thread} from "./thread.ts";
export {yearsBetween} from "./years-between.ts";
