import type {DatasetId} from "./evidence.ts";
import type {PartyId, StateCode} from "./party.ts";
import type {Sector} from "./sector.ts";
import type {Day} from "./time.ts";

/** What every row of a dataset has: its number in the dataset and when we knew it. */
export interface Row {
  readonly row: number;
  readonly recordedOn: Day;
}

export type VoteChoice = "yes" | "no" | "abstain" | "absent";

/** One recorded vote of the UN General Assembly, with the choices of the states that were asked for. */
export interface RollCall extends Row {
  readonly recordId: number;
  readonly symbol: string;
  readonly date: Day;
  readonly title: string;
  readonly votes: ReadonlyMap<StateCode, VoteChoice>;
  /** How many chose what, of all states; absent where the list of resolutions was not read or does not say. */
  readonly tally?: Readonly<Record<Exclude<VoteChoice, "absent">, number>>;
}

/** Goods that went from exporter to importer in a year, current US dollars. `sector: null` means all goods. */
export interface TradeFlow extends Row {
  readonly dataset: "trade-cow" | "trade-matrix" | "trade-sections";
  readonly year: number;
  readonly exporter: StateCode;
  readonly importer: StateCode;
  /** SITC one-digit section, or null for the total. */
  readonly sitcSection: number | null;
  readonly valueUsd: number;
}

/**
 * What an exporter without a row in the newest matrix sold, all goods together, from UNCTAD's matrix of a year nearby:
 * where an exporter reports nothing, that one is made of what importers report (mirror data).
 */
export interface MirroredFlow {
  readonly exporter: StateCode;
  readonly importer: StateCode;
  readonly year: number;
  readonly valueUsd: number;
  /** Rows of dataset trade-sections that it sums. */
  readonly rows: number;
}

/** What an exporter sold an importer of mineral fuels (SITC section 3) and of all goods, US$, in the newest year by sections. */
export interface FuelPair {
  readonly exporter: StateCode;
  readonly importer: StateCode;
  readonly year: number;
  readonly fuelUsd: number;
  readonly allUsd: number;
}

/** A partner's percentage in a state's exports or imports; only the top five to nine partners are listed. */
export interface TopPartner extends Row {
  readonly state: StateCode;
  readonly direction: "exports" | "imports";
  readonly year: number;
  readonly partner: StateCode;
  readonly sharePercent: number;
}

export interface ArmsOrder extends Row {
  readonly recipient: StateCode;
  readonly supplier: StateCode;
  readonly orderYear: number | null;
  readonly orderYearUncertain: boolean;
  readonly ordered: number | null;
  readonly delivered: number | null;
  readonly designation: string;
  readonly description: string;
  readonly deliveryYears: readonly number[];
  readonly status: string;
  readonly comments: string;
  readonly tivOrdered: number | null;
  readonly tivDelivered: number | null;
}

/** SIPRI trend-indicator value delivered in a year (millions), each deal spread evenly over its delivery years. */
export interface ArmsDelivery extends Row {
  readonly year: number;
  readonly supplier: StateCode;
  readonly recipient: StateCode;
  readonly tiv: number;
}

export interface MilitarySpending extends Row {
  readonly state: StateCode;
  readonly year: number;
  readonly constant2023Usd: number | null;
  readonly shareOfGdp: number | null;
}

/** Fossil fuel bought from Russia in a month. */
export interface RussianFuel extends Row {
  readonly importer: PartyId;
  readonly month: string;
  readonly commodity: string;
  readonly unit: "tonne" | "eur";
  readonly value: number;
}

/** A cell of the 2020 energy trade matrices: state codes where the label is a state, else the publisher's area name. */
export interface EnergyFlow extends Row {
  readonly fuel: "lng" | "pipeline-gas" | "coal" | "crude-oil" | "oil-products";
  readonly exporter: string;
  readonly importer: string;
  readonly value: number;
  readonly unit: string;
}

export interface Investment extends Row {
  /** Reporting economy. */
  readonly economy: StateCode;
  readonly counterpart: StateCode;
  readonly year: number;
  readonly direction: "in" | "out";
  readonly derived: boolean;
  readonly valueUsd: number;
}

export interface Agreement extends Row {
  readonly id: string;
  readonly title: string;
  readonly signed: Day | null;
  readonly inForce: Day | null;
  readonly ended: Day | null;
  readonly members: readonly StateCode[];
}

export interface Leader extends Row {
  readonly state: StateCode;
  readonly person: string;
  readonly office: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** Sanctions in force by a sender against a target in a year. */
export interface SanctionYear extends Row {
  readonly sender: PartyId;
  readonly target: StateCode;
  readonly year: number;
  readonly kinds: readonly ("trade" | "arms" | "military" | "financial" | "travel")[];
}

/** Typed counts of reported events, source to target, in a year (ICEWS). */
export interface EventCount extends Row {
  readonly year: number;
  readonly source: StateCode;
  readonly target: StateCode;
  readonly verbalCooperation: number;
  readonly materialCooperation: number;
  readonly verbalConflict: number;
  readonly materialConflict: number;
}

/** GDELT pair month: an undirected sum of scale, coverage and tone. Never a count. */
export interface AttentionMonth extends Row {
  readonly month: string;
  readonly a: StateCode;
  readonly b: StateCode;
  readonly value: number;
  readonly daysActive: number;
  readonly daysInMonth: number;
}

/** One coded event row of GDELT 2.0, with the address it was taken from. */
export interface EventRow extends Row {
  readonly globalEventId: string;
  readonly date: Day;
  readonly source: StateCode;
  readonly target: StateCode;
  readonly cameo: string;
  readonly cameoText: string;
  readonly goldstein: number | null;
  readonly articles: number;
  readonly sourcesCount: number;
  readonly url: string;
}

export interface Gdp extends Row {
  readonly state: StateCode;
  readonly year: number;
  readonly usd: number;
  readonly basis: string;
}

/** Everything that the thinking rooms may know for one watch, as of one day. Arrays are in dataset row order. */
export interface FactBook {
  readonly asOf: Day;
  /** Votes of the watched states, every member of the powers, and the states of the watched states' regions. */
  readonly rollCalls: readonly RollCall[];
  /** Flows that touch a watched state, all partners, all years, totals and sections. */
  readonly trade: readonly TradeFlow[];
  /** The newest full matrix of totals (all pairs) and its year; empty when the dataset is not there. */
  readonly matrix: readonly TradeFlow[];
  /** For states that the matrix lists as importers alone; empty where there is no other source. */
  readonly mirrored: readonly MirroredFlow[];
  readonly gdp: readonly Gdp[];
  readonly topPartners: readonly TopPartner[];
  readonly armsOrders: readonly ArmsOrder[];
  readonly armsDeliveries: readonly ArmsDelivery[];
  readonly militarySpending: readonly MilitarySpending[];
  readonly russianFuel: readonly RussianFuel[];
  readonly energy2020: readonly EnergyFlow[];
  readonly investment: readonly Investment[];
  readonly agreements: readonly Agreement[];
  readonly leaders: readonly Leader[];
  readonly sanctions: readonly SanctionYear[];
  /** ICEWS rows that touch a watched state or a power, and the world's totals by year. */
  readonly eventCounts: readonly EventCount[];
  readonly worldEventsByYear: ReadonlyMap<number, number>;
  readonly attention: readonly AttentionMonth[];
  readonly eventRows: readonly EventRow[];
  /** Datasets that the ledger holds as of that day; a cell whose dataset is not here is a `Gap`. */
  readonly datasets: ReadonlySet<DatasetId>;
}

/** SITC one-digit sections that make up a sector (UNSD, SITC Rev. 3). */
export type SectorSections = ReadonlyMap<Sector, readonly number[]>;

/** A person, body, vessel or aircraft on a sanctions list. */
export interface ListedParty extends Row {
  readonly dataset: "ofac-sdn" | "listed-parties";
  /** The list: "OFAC SDN", or what the importer calls its own. */
  readonly list: string;
  readonly listId: string;
  readonly kind: "person" | "entity" | "vessel" | "aircraft";
  readonly name: string;
  readonly aliases: readonly string[];
  readonly programmes: string;
  /** The days between which the list is known to have held it; null where not stated. */
  readonly from: Day | null;
  readonly to: Day | null;
}
