import type {StateCode} from "../../world/index.ts";

/**
 * Seats in the United Nations that passed from one state to the next without a new admission: the USSR's to Russia (letter
 * of 24 December 1991), Serbia and Montenegro's to Serbia (letter of 3 June 2006). Our series of votes run by seat.
 */
const continued: ReadonlyMap<StateCode, StateCode> = new Map([
  ["SUN", "RUS"],
  ["SCG", "SRB"],
] as [StateCode, StateCode][]);

/** The state under which a vote or a position in the General Assembly is kept. */
export function unSeat(state: StateCode): StateCode {
  return continued.get(state) ?? state;
}
