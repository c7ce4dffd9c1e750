import type {ActorRole} from "./actor-role.ts";
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
  /** A body acts under its own name, but who belongs to it is not held here. */
  readonly kind: "organisation" | "aggregate" | "body";
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

/** A person whom the news names, with or without an office: a minister, a party's leader, a general, a prisoner. */
export interface Person {
  readonly name: string;
  readonly party: PartyId;
  readonly role: ActorRole;
  /** The one word by which headlines name them: "Lula", "Burhan"; `null` where that word means others too. */
  readonly alone: string | null;
  /** Days between which that word means them; `null` where there is no end to it. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A name that a state bears beside those of its row: a former one, a city, a seat, a common misspelling. */
export interface OtherName {
  readonly name: string;
  readonly state: StateCode;
  readonly kind: "former" | "city" | "seat" | "acronym" | "demonym" | "spelling";
  readonly from: Day | null;
  readonly to: Day | null;
  readonly source: string;
}

/** A ministry, force, parliament, company or movement that is read as of a state, or an organ of a bloc. */
export interface Body {
  readonly name: string;
  readonly party: PartyId;
  readonly role: ActorRole;
  /** What kind of body it is, in words. */
  readonly office: string;
  /** "context": several have this name, so that it is read only where its party is named beside it. */
  readonly read: "" | "context";
  readonly from: Day | null;
  readonly to: Day | null;
  readonly source: string;
}
