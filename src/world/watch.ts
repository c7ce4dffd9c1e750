import type {PartyId, StateCode} from "./party.ts";
import type {Sector} from "./sector.ts";

/** What a user follows: these states, towards these powers, in these sectors. */
export interface Watch {
  readonly name: string;
  readonly states: readonly StateCode[];
  readonly powers: readonly PartyId[];
  /** Powers shown only where room allows. */
  readonly optionalPowers: readonly PartyId[];
  /** Aggregates such as WEST, shown only with their dispersion. */
  readonly aggregates: readonly PartyId[];
  readonly sectors: readonly Sector[];
}
