import type {ClaimPeriod, Quantity} from "./claim-parts.ts";
import type {CodedEvent, Mode, Move} from "./coded-event.ts";
import type {Evidence} from "./evidence.ts";
import type {Gap} from "./gap.ts";
import type {Grade} from "./grade.ts";
import type {JudgementRead} from "./judgement.ts";
import type {Measured, Series} from "./measured.ts";
import type {PartyId, StateCode} from "./party.ts";
import type {Ease} from "./reference.ts";
import type {Sector} from "./sector.ts";
import type {Day} from "./time.ts";
import type {Watch} from "./watch.ts";

/** What stands in a table: a sentence, whom it is about, and what carries it. `evidence` is never empty. */
export interface Cell {
  readonly text: string;
  readonly about: readonly PartyId[];
  readonly evidence: readonly Evidence[];
  readonly figure: Measured | null;
  readonly gap: Gap | null;
  readonly grade: Grade | null;
}

/** A row of the Moves table: Country · Focus areas · Recent diplomatic moves. */
export interface MoveRow {
  readonly country: StateCode;
  readonly partner: PartyId;
  readonly sector: Sector;
  readonly focus: Cell;
  readonly moves: readonly (Cell & {
    readonly moveId: string;
    readonly mode: Mode;
    readonly when: Day | Gap;
    readonly precision: Move["precision"];
    readonly specimen: boolean;
  })[];
}

/** A row of the Stakes table: Sector · Potential benefits · Possible risks. */
export interface Stake {
  readonly country: StateCode;
  readonly partner: PartyId;
  readonly sector: Sector;
  readonly benefits: readonly Cell[];
  readonly risks: readonly Cell[];
}

/** A row of the Options table: Policy focus · Proposed action · Expected outcome. */
export interface Option {
  /** `entry`, and `towards` behind a colon where it is placed by power. */
  readonly id: string;
  /** The action of the catalogue that it places. */
  readonly entry: string;
  /** The power towards which the action is placed; null for one that speaks of no power alone. */
  readonly towards: PartyId | null;
  readonly focus: string;
  readonly action: Cell;
  readonly whoseChoice: readonly PartyId[];
  readonly basis: "trade-equilibrium" | "judgement";
  readonly strength: Strength;
  /** How it works, in a sentence of the catalogue. */
  readonly mechanism: string;
  readonly assumptions: readonly string[];
  readonly outcomes: readonly Cell[];
  readonly gains: Cell;
  readonly loses: Cell;
  readonly cost: {readonly text: string; readonly source: string} | Gap;
  readonly reversibility: {readonly ease: Ease; readonly because: string};
  /** Moves of the ledger that are precedents of it, for all states together. */
  readonly precedents: number;
  /** An option of the same choosers, under the same acts of others, that leaves every watched state with more real income. */
  readonly dominatedBy: string | null;
}

/**
 * What an option's outcome rests on, the strongest first: a model with the interval of its parameters; shares and numbers
 * counted in the data; a judgement with precedents in the ledger; a judgement alone.
 */
export const strengths = ["modelled", "counted", "precedents", "opinion"] as const;
export type Strength = (typeof strengths)[number];

/** By what a reader sorts the options of one strength. */
export const optionOrders = ["catalogue", "income", "undone", "precedents"] as const;
export type OptionOrder = (typeof optionOrders)[number];

export type VerdictWord = "supported" | "contradicted" | "stale" | "not tested";

/** A claim of a text, and what it is worth against the ledger. */
export interface Verdict {
  readonly claim: {
    readonly text: string;
    readonly about: readonly PartyId[];
    readonly sector: Sector | null;
    readonly evidence: Evidence;
    readonly event: CodedEvent | null;
    /** The time that it speaks of; null where neither it nor its article names one. */
    readonly period: ClaimPeriod | null;
    /** The first figure in it that counts or measures something. */
    readonly quantity: Quantity | null;
    /** Who says it, where the article gives it as another's words; null for the article's own voice. */
    readonly attribution: string | null;
  };
  /** Opinions, predictions and recommendations are named, not judged. */
  readonly kind: "assertion" | "opinion" | "prediction" | "recommendation" | "residue";
  readonly verdict: VerdictWord | null;
  readonly because: string;
  readonly for: readonly Evidence[];
  readonly against: readonly Evidence[];
  /** Figures shown beside the claim that speak neither for nor against it: they are older, or of another kind. */
  readonly past?: readonly Evidence[];
  readonly wouldSettle: string;
}

/** A place on the plane "engagement with A × engagement with B". */
export interface Posture {
  readonly state: StateCode;
  readonly a: PartyId;
  readonly b: PartyId;
  readonly period: string;
  readonly engagementA: Measured | Gap;
  readonly engagementB: Measured | Gap;
  readonly tilt: Measured | Gap;
  readonly reading: "aligned" | "dual" | "distant" | "contested" | "unclear";
  readonly note: string;
}

/** All that one watch answers, as of one day. The same ledger, version and day give the same bytes. */
export interface Answer {
  readonly watch: Watch;
  readonly asOf: Day;
  readonly version: string;
  readonly moves: readonly MoveRow[];
  readonly stakes: readonly Stake[];
  readonly options: readonly Option[];
  readonly ledgerMoves: readonly Move[];
  readonly series: readonly Series[];
  readonly postures: readonly Posture[];
  readonly verdicts: readonly {
    readonly articleId: string;
    readonly title: string;
    readonly specimen: boolean;
    readonly grade: Grade;
    readonly verdicts: readonly Verdict[];
  }[];
  /** People's judgements known on the day, in the order in which they came. */
  readonly judgements: readonly JudgementRead[];
  readonly gaps: readonly Gap[];
  readonly vintages: readonly {
    readonly dataset: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly recordedOn: Day;
  }[];
}
