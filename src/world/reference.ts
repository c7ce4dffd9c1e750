import type {Capital} from "./capital.ts";
import type {EventType, Quad} from "./coded-event.ts";
import type {EnergyFacts} from "./energy-facts.ts";
import type {DatasetCard} from "./evidence.ts";
import type {CodedLanguage, LanguageBook, LanguageModel} from "./language-book.ts";
import type {
  Bloc,
  Body,
  Membership,
  OfficeHolder,
  OtherName,
  PartyId,
  Person,
  State,
  StateCode,
} from "./party.ts";
import type {PledgeBook} from "./pledge.ts";
import type {Sector} from "./sector.ts";
import type {Day} from "./time.ts";

export interface CodebookEntry {
  readonly type: EventType;
  readonly quad: Quad;
  readonly meaning: string;
  readonly cameoRoots: readonly string[];
  /** Verb lemmas and noun cues that speak for it, in our own words. */
  readonly verbs: readonly string[];
  readonly nouns: readonly string[];
  readonly symmetric: boolean;
  /** PLOVER's own modes of the type; none where it has none. */
  readonly subModes: readonly SubModeEntry[];
}

export interface SubModeEntry {
  readonly id: string;
  readonly meaning: string;
  /** Lemmas, forms and phrases that speak for it, in our own words. */
  readonly words: readonly string[];
}

export interface SectorEntry {
  readonly id: Sector;
  readonly name: string;
  readonly sitcSections: readonly number[];
  readonly hsChapters: readonly string[];
  readonly words: readonly string[];
  readonly source: string;
}

/** How the trade model reads an action: what it changes between a state and a power. */
export const tradeScenarios = [
  "power-tariff",
  "tariff-answered",
  "lower-duty",
  "lower-duties-both-ways",
  "buy-elsewhere",
  "agreement",
] as const;
export type TradeScenario = (typeof tradeScenarios)[number];

/** How easily an action is undone: by an order, once contracts have run out, or only at a price. */
export const eases = ["easy", "slow", "hard"] as const;
export type Ease = (typeof eases)[number];

/** What is worked out beside a judgement: a seller of fuel lost or gained, a supplier of arms as it stands. */
export type SupplyModel =
  | {readonly id: "energy-supply"; readonly change: "lost" | "gained"}
  | {readonly id: "arms-supply"; readonly change: "kept"};

interface ActionBase {
  readonly id: string;
  readonly focus: string;
  readonly action: string;
  readonly whoseChoice: readonly PartyId[];
  readonly sectors: readonly Sector[];
  readonly assumes: readonly string[];
  readonly expected: string;
  /** How it works, and who gains and loses by it, in words that may hold "$state" and "$power". */
  readonly mechanism: string;
  readonly gains: string;
  readonly loses: string;
  /** `null` where nothing that can be cited tells it. */
  readonly cost: {readonly text: string; readonly source: string} | null;
  readonly reversibility: {readonly ease: Ease; readonly because: string};
  readonly source: string;
}

/** Worked out by the trade equilibrium. */
export interface ComputedAction extends ActionBase {
  readonly basis: "trade-equilibrium";
  readonly scenario: TradeScenario;
}

/** Judged: a move is a precedent that has one of the types, stands in one of the sectors and says one of the words. */
export interface JudgedAction extends ActionBase {
  readonly basis: "judgement";
  readonly precedentTypes: readonly EventType[];
  /** Beginnings of words, lower-case: "exercis" finds exercise and exercises. */
  readonly precedentWords: readonly string[];
  readonly model?: SupplyModel | undefined;
}

/** Something that could be done. "$state" stands for a watched state, "$power" for a power. */
export type ActionEntry = ComputedAction | JudgedAction;

/** Who stands behind a news outlet on given days, for telling independent sources apart. It says nothing of how far to trust it. */
export interface Outlet {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly aliases: readonly string[];
  /** The company, state body, party or group that owns or runs it: outlets of one owner are one source. */
  readonly owner: string;
  /** `state` and `party`: run or paid by one; `public`: by law, with rules against direction; `cooperative`: of newspapers. */
  readonly control: "state" | "party" | "public" | "cooperative" | "private";
  readonly country: StateCode;
  /** `null`: since before the days that are read here, or not established. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly source: string;
}

/** A way in which the news tells an act, with the type that it mostly is; NONE where it tells of no dealing. */
export interface Phrase {
  readonly type: EventType | "NONE";
  /** What its words are built round: a verb, which stands first, or a noun, which stands last. */
  readonly part: "verb" | "noun";
  /** Lemmas in their order; a bar parts words that do the same work. */
  readonly words: string;
  /** The subject is acted on and the object acts: "the raid angers Pakistan". */
  readonly turned: boolean;
}

/** A long table of which a text needs few rows: each is checked when it is asked for, and not kept. */
export interface LongTable<Row> {
  readonly length: number;
  /** @throws Error naming file and line of a row that is broken. */
  readonly at: (place: number) => Row;
  /** The cells of a row by column, unchecked: for finding rows, which would take long by `at`. */
  readonly cellsAt: (place: number) => Readonly<Record<string, string | undefined>>;
}

/** Models whose weights stand in `reference/weights/`, one file each. */
export const trainedModels = [
  "type",
  "words",
  "sides",
  "home",
  "ways",
  "way-types",
  "phrases",
  "acts",
  "joints",
  "mode",
  "sector",
] as const;
/** Of English, or of another language: "id-role". */
export type TrainedModel = (typeof trainedModels)[number] | `${CodedLanguage}-${LanguageModel}`;

/** `reference/` as loaded: dated, sourced facts as data. */
export interface Reference {
  readonly states: readonly State[];
  readonly blocs: readonly Bloc[];
  readonly memberships: readonly Membership[];
  readonly offices: readonly OfficeHolder[];
  readonly names: readonly OtherName[];
  readonly bodies: readonly Body[];
  /** People whom the news names, with or without an office. */
  readonly persons: () => LongTable<Person>;
  readonly outlets: readonly Outlet[];
  /** Seats of government as of today; a state whose seat we could not place has none. */
  readonly capitals: readonly Capital[];
  readonly codebook: readonly CodebookEntry[];
  /** What the codebook's cues leave out, without PLOVER's own words for it. */
  readonly phraseBook: () => LongTable<Phrase>;
  readonly sectors: readonly SectorEntry[];
  readonly actions: readonly ActionEntry[];
  readonly likelihood: readonly {
    readonly term: string;
    readonly low: number;
    readonly high: number;
  }[];
  readonly datasets: readonly DatasetCard[];
  /** The book of another language than English, read when first asked for; `null` for one in which nothing is coded. */
  readonly languageOf: (language: string) => LanguageBook | null;
  /** What a model of the coder learnt, read when first asked for: a command that codes nothing pays nothing. */
  readonly weightsOf: (model: TrainedModel) => Uint8Array;
  /** How commitments go from word to deed, and tracks entered by hand; read when first asked for. */
  readonly pledgeBook: () => PledgeBook;
  /** Terminals and grades of crude; read when first asked for. */
  readonly energyFacts: () => EnergyFacts;
}

export function stateOf(reference: Reference, code: StateCode): State | undefined {
  return reference.states.find((state) => state.code === code);
}

export function isState(reference: Reference, party: PartyId): boolean {
  return reference.states.some(({code}) => code === party);
}

/** States that belong to a party on a day: itself for a state, its full members for a bloc. */
export function membersOf(reference: Reference, party: PartyId, on: Day): readonly StateCode[] {
  if (isState(reference, party)) return [party];
  return reference.memberships
    .filter(
      (m) =>
        m.bloc === party && m.role === "member" && m.from <= on && (m.to === null || m.to > on),
    )
    .map((m) => m.state)
    .sort();
}

export function nameOf(reference: Reference, party: PartyId): string {
  return (
    stateOf(reference, party)?.name ??
    reference.blocs.find((bloc) => bloc.id === party)?.name ??
    party
  );
}
