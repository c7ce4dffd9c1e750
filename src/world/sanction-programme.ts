import type {StateCode} from "./party.ts";

/** A programme of a sanctions list, the state at which it aims, and the law or order behind it. */
export interface SanctionProgramme {
  /** The list, as in `ListedParty`. */
  readonly list: string;
  /** The tag that the list gives it. */
  readonly programme: string;
  readonly target: StateCode;
  readonly basis: string;
}
