export {gatherPledges} from "./gather-pledges.ts";
export {
  choosePledges,
  type ListedPledge,
  lastMoved,
  listPledges,
  type PledgeList,
  type PledgeSearch,
} from "./list-pledges.ts";
export {settlePledge} from "./settle-pledge.ts";
export {pledgeId, type Thread} from "./thread.ts";
export {yearsBetween} from "./years-between.ts";
