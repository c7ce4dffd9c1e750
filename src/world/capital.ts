import type {StateCode} from "./party.ts";

/** Where a state's government sits, as far as a map of the world needs it: degrees of WGS 84, east and north positive. */
export interface Capital {
  readonly state: StateCode;
  readonly capital: string;
  /** -180 to 180. */
  readonly longitude: number;
  /** -90 to 90. */
  readonly latitude: number;
  readonly source: string;
}
