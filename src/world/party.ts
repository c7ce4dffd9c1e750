import type {Day, Span} from "./time.ts";

/** ISO 3166-1 alpha-3 code of a state, or the alpha-3-like code of a dissolved one (SUN, YUG, CSK, DDR, YMD). */
export type StateCode = string;

/** A state ("IDN") or a bloc ("EU", "ASEAN", "WEST"): whatever can act, and can be a pole of a watch. */
export type PartyId = string;

export interface State {
  readonly code: StateCode;
  readonly name: string;
  /** Other names and adjectives, for reading text: "Indonesian", "Jakarta", "Republic of Indonesia". */
  readonly demonyms: readonly string[];
  readonly capital: string | null;
  readonly aliases: readonly string[];
  readonly iso2: string | null;
  readonly fips: string | null;
  readonly cow: number | null;
  readonly region: string;
  readonly existed: Span;
  readonly source: string;
}

export type MemberRole = "member" | "partner" | "observer" | "applicant";

export interface Membership {
  readonly bloc: PartyId;
  readonly state: StateCode;
  readonly role: MemberRole;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: string;
}

export interface Bloc {
  readonly id: PartyId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: "organisation" | "aggregate";
  readonly source: string;
}

/** A person who holds an office on given days, for reading "Prabowo" as Indonesia. */
export interface OfficeHolder {
  readonly person: string;
  readonly state: StateCode;
  readonly office: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: string;
}
