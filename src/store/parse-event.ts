import {type CodedEvent, detailNotLookedFor} from "../world/index.ts";

/** A coded event as it was kept; what its coder did not look for stands as gaps and empty lists. */
export function parseEvent(content: string): CodedEvent {
  return {...detailNotLookedFor, ...(JSON.parse(content) as CodedEvent)};
}
