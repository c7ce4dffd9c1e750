import type {Evidence} from "./evidence.ts";
import type {Agreement, ArmsOrder, SanctionYear} from "./facts.ts";
import type {Gap} from "./gap.ts";
import type {PartyId} from "./party.ts";
import type {Sector} from "./sector.ts";
import type {Day} from "./time.ts";

/** Stages on the way from word to deed, in their order. */
export const pledgeAdvances = [
  "said",
  "memorandum",
  "contract",
  "ratified",
  "financed",
  "delivered",
] as const;
export type PledgeAdvance = (typeof pledgeAdvances)[number];

/** How a commitment ends without being kept. */
export const pledgeEnds = ["lapsed", "cancelled", "denied", "replaced"] as const;
export type PledgeEnd = (typeof pledgeEnds)[number];

export const pledgeStages = [...pledgeAdvances, ...pledgeEnds] as const;
export type PledgeStage = (typeof pledgeStages)[number];

/** Kinds of commitment; each has its rule in `reference/pledge-stages.yaml`. */
export const pledgeKinds = [
  "arms-order",
  "agreement",
  "membership",
  "sanction",
  "visit",
  "exercise",
  "project",
  "case",
  "word",
] as const;
export type PledgeKind = (typeof pledgeKinds)[number];

/** `open`: still to be kept; `kept`: its kind's last stage was reached; `ended`: it lapsed, or was cancelled, denied, replaced. */
export const pledgeStandings = ["open", "kept", "ended"] as const;
export type PledgeStanding = (typeof pledgeStandings)[number];

/** How far a date is known. */
export type DayPrecision = "day" | "month" | "year" | "unknown";

/** One dated thing that a source tells of a commitment. */
export interface ToldStep {
  /** `null` for what was told of it without moving it: a doubt, a delay, the other side's denial. */
  readonly stage: PledgeStage | null;
  readonly when: Day | Gap;
  readonly precision: DayPrecision;
  /** How much of what was promised had come by then, 0..1: 1 is all of it; `null` where nobody says. */
  readonly part: number | null;
  readonly text: string;
  /** Why this step belongs to this commitment, where that was worked out. */
  readonly because: readonly string[];
  readonly evidence: readonly Evidence[];
  /** The day from which it could be known: when its rows were published, its article was read, or it happened. */
  readonly knownOn: Day;
}

/** The same as people have judged it. */
export interface PledgeStep extends ToldStep {
  /** Id of its pledge, ":" and what its source tells, hashed: told otherwise by its source, it is another step. */
  readonly id: string;
  /** What its source told of it, where people decided otherwise. */
  readonly told: Pick<ToldStep, "stage" | "when" | "precision"> | null;
  /** People who would have it otherwise than it stands. */
  readonly disputedBy: readonly string[];
}

/** A commitment of one party to another, and what became of it. */
export interface Pledge {
  readonly id: string;
  readonly kind: PledgeKind;
  readonly text: string;
  /** Who has to act, and towards whom; of a joint one all stand in `by`. */
  readonly by: readonly PartyId[];
  readonly to: readonly PartyId[];
  readonly sectors: readonly Sector[];
  /** By date; undated ones last. */
  readonly steps: readonly PledgeStep[];
  /** Steps that people rejected: they are kept, and count for nothing. */
  readonly setAside: readonly PledgeStep[];
  readonly stage: PledgeStage;
  readonly standing: PledgeStanding;
  readonly opened: Day | Gap;
  readonly openedPrecision: DayPrecision;
  /** The step that closed it; `null` while it is open. */
  readonly closed: Day | Gap | null;
  /** Years from the first step to the one that closed it, or to the end of what its source tells; `null` where undated. */
  readonly years: number | null;
  /** How much of it has come, 0..1; `null` where some has and nobody says how much. */
  readonly part: number | null;
  /** Up to when its source would tell of a further step. */
  readonly knownUntil: Day;
  /** Only of an open one that is older than its kind's rule allows. */
  readonly overdue: {readonly since: Day; readonly because: string} | null;
  readonly specimen: boolean;
}

/** A commitment of which nothing stands any more, because people rejected what was told of it. */
export interface RejectedPledge
  extends Pick<Pledge, "id" | "kind" | "text" | "by" | "to" | "steps" | "setAside" | "specimen"> {}

/** How commitments of one kind go from word to deed: data with its source. */
export interface PledgeRule {
  readonly kind: PledgeKind;
  readonly title: string;
  readonly path: readonly {readonly stage: PledgeAdvance; readonly means: string}[];
  readonly ends: readonly {readonly stage: PledgeEnd; readonly means: string}[];
  /** The stage at which it counts as kept. */
  readonly keptAt: PledgeAdvance;
  /** How many years after a stage one that is still open is overdue, with where the number comes from; `null`: never. */
  readonly overdueAfter: {
    readonly from: PledgeAdvance;
    readonly years: number;
    readonly because: string;
  } | null;
  /** Why no rate of conversion is worked out for the kind; `null` where one is. */
  readonly unmeasured: string | null;
  readonly source: string;
}

/** One row of a track: a step of a commitment, or something that nobody could name a source for. */
export interface TrackRow {
  readonly track: string;
  readonly line: number;
  readonly pledge: string;
  readonly kind: PledgeKind;
  readonly by: readonly PartyId[];
  readonly to: readonly PartyId[];
  readonly sector: Sector;
  readonly stage: PledgeStage | null;
  readonly when: Day | null;
  readonly precision: DayPrecision;
  readonly text: string;
  readonly source: string;
  readonly gap: Gap | null;
}

/** A long-running subject between states: its own rows, and what carried data add to it. */
export interface TrackCard {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** Kinds of pledge from data that belong to it, narrowed by the beginning of a word in their text. */
  readonly also: readonly {readonly kind: PledgeKind; readonly words: readonly string[]}[];
  /** Whether the votes on Ukraine stand on it, one by one. */
  readonly votes: boolean;
}

/** What a track shows: its pledges by id, votes by the ids of their moves, and what is missing. */
export interface Track extends Pick<TrackCard, "id" | "title" | "note"> {
  readonly pledges: readonly string[];
  readonly moves: readonly string[];
  readonly gaps: readonly Gap[];
}

/** `reference/pledge-stages.yaml`, `reference/tracks.yaml` and `reference/tracks/`. */
export interface PledgeBook {
  readonly rules: ReadonlyMap<PledgeKind, PledgeRule>;
  readonly tracks: readonly TrackCard[];
  readonly rows: readonly TrackRow[];
}

/** An agreement with how far its days are known, and which collection tells of it. */
export interface DatedAgreement extends Agreement {
  readonly signedPrecision: DayPrecision;
  readonly inForcePrecision: DayPrecision;
  readonly collection: string;
}

/** Every commitment that the datasets hold, all states, as of one day. */
export interface Commitments {
  readonly asOf: Day;
  readonly armsOrders: readonly ArmsOrder[];
  readonly agreements: readonly DatedAgreement[];
  readonly sanctions: readonly SanctionYear[];
}
