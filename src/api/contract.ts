import type {ArticleAudit} from "../audit/index.ts";
import type {CopyCluster, FieldAgreement} from "../ledger/index.ts";
import type {
  AccessionPath,
  DyadLane,
  HedgingJudgement,
  Moved,
  NameSchema,
  PowerRank,
  Recipe,
} from "../measures/index.ts";
import type {AskedQuestion, QuestionRecord, SettledQuestion} from "../models/index.ts";
import type {ShockOutcome, ToldOutcome} from "../options/index.ts";
import type {
  ChainsAgree,
  CopiesKnown,
  ExposureKnown,
  MonthsMoved,
  PledgesKnown,
  PointsStanding,
  Screening,
  SectorMeasureKnown,
  SectorPosturesKnown,
  SourceKnown,
  TwoCompared,
  ValidityKnown,
  WatchForecast,
} from "../pipeline/index.ts";
import type {PledgeAlert} from "../pledges/index.ts";
import type {Shock} from "../sources/index.ts";
import type {
  Answer,
  Article,
  Cell,
  Change,
  CodedEvent,
  Collected,
  DatasetCard,
  Day,
  Evidence,
  Flag,
  Gap,
  Grade,
  Judgement,
  JudgementRead,
  Method,
  PartyId,
  Posture,
  Said,
  Series,
  Source,
  StateCode,
} from "../world/index.ts";

/** `GET /api/answer?asOf=YYYY-MM-DD`: everything a watch shows, and the names that its codes stand for. */
export interface AnswerBody {
  readonly answer: Answer;
  readonly names: Readonly<Record<PartyId, string>>;
}

/** `GET /api/evidence?dataset=…&where=<JSON RowCondition[]>&asOf=…`: the rows behind a cell (at most `limit`). */
export interface RowsBody {
  readonly kind: "rows";
  readonly card: DatasetCard;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  readonly total: number;
}

/** `GET /api/articles/:id`: an article, and what is known of it only beside others. */
export interface ArticleBody {
  readonly kind: "article";
  readonly article: Article;
  /** What the coder made of its passages, with the words and rules that moved it. */
  readonly events: readonly CodedEvent[];
  /** Its grade beside what others tell, with the recipe's working. */
  readonly grade: Grade;
  /** The source that it was collected from, as it was known on that day; null where a person gave it. */
  readonly collected: Collected | null;
  /** The articles that are one text with it; null where it is nobody's copy and has none. */
  readonly cluster: CopyCluster | null;
  /** Of each article in the cluster, by id. */
  readonly others: CopiesKnown["articles"];
}

/** One article in a list. */
export interface ArticleLine
  extends Pick<
    Article,
    "id" | "title" | "outlet" | "origin" | "published" | "recordedOn" | "language" | "specimen"
  > {
  /** Id of its source; null where a person gave it. */
  readonly source: string | null;
  readonly grade: Pick<Grade, "reliability" | "credibility">;
  /** What reading flagged, each kind once. */
  readonly marks: readonly Flag["kind"][];
}

/** `GET /api/articles?asOf=…&source=…&limit=…&offset=…`: newest first. */
export interface ArticlesBody {
  readonly asOf: Day;
  readonly total: number;
  readonly articles: readonly ArticleLine[];
}

export type {MonthsMoved, SourceKnown} from "../pipeline/index.ts";

/** `GET /api/sources?asOf=…`: every source, how it does and what the ledger has of it. */
export interface SourcesBody {
  readonly asOf: Day;
  /** Whether this server takes new ones. */
  readonly canAdd: boolean;
  readonly sources: readonly SourceKnown[];
}

/** `POST /api/sources`: a source of the web, as `schema/sources.schema.json` says. */
export type SourceRequest = Source;

/** Its answer: what now stands in the user's file. */
export interface SourceAddedBody {
  readonly source: Source;
}

/** `GET /api/copies?asOf=…`: articles that are one text, the earliest first, and each source's share of copies. */
export type CopiesBody = CopiesKnown;

/**
 * `GET /api/pledges?asOf=…&state=…&partner=…&sector=…&stage=…&standing=…&kind=…&track=…&overdue=true`: what became of
 * commitments, the last moved first; tracks and rates are of the whole watch.
 */
export type PledgesBody = PledgesKnown;

/** `GET /api/pledges/alerts?since=…&asOf=…`: what became known of them after the one day; `alerts.atom` is the same as a feed. */
export interface PledgeAlertsBody {
  readonly since: Day;
  readonly until: Day;
  readonly alerts: readonly PledgeAlert[];
}

export type {
  AccessionPath,
  AccessionStep,
  ClaimOnFigures,
  DyadLane,
  DyadRow,
  FigurePlace,
  HedgingJudgement,
  HedgingSignal,
  Moved,
  MovedMonth,
  PledgeRate,
  PledgeRates,
  PowerRank,
  RankStability,
} from "../measures/index.ts";
export type {ListedPledge, PledgeAlert} from "../pledges/index.ts";

/** A question with ICD 203's word for what was said of it, and the powers of the watch that its parties belong to. */
export type ToldQuestion<Kind extends AskedQuestion = AskedQuestion> = Kind & {
  readonly likelihood: string;
  readonly powers: readonly PartyId[];
};

/** Questions on reported acts or on votes: how those settled came out, and the furthest from the base rate. */
export interface ForecastFamily {
  readonly family: "events" | "votes";
  /** First and last year of the settled questions; null where there are none. */
  readonly years: readonly [number, number] | null;
  readonly record: QuestionRecord | Gap;
  readonly won: readonly ToldQuestion<SettledQuestion>[];
  readonly lost: readonly ToldQuestion<SettledQuestion>[];
}

/**
 * `GET /api/forecast?asOf=…&state=…&partner=…&limit=…`: the record of questions that could be lost, and those open, the
 * latest year first and in it the furthest from their base rate.
 */
export interface ForecastBody {
  readonly asOf: Day;
  readonly choiceRule: WatchForecast["choiceRule"];
  readonly method: Method;
  readonly families: readonly ForecastFamily[];
  readonly openTotal: number;
  readonly open: readonly ToldQuestion[];
}

export type {AskedQuestion, QuestionRecord, ScoredMean, SettledQuestion} from "../models/index.ts";

/** `GET /api/measures`: every recipe by which a figure is made. */
export interface MeasuresBody {
  readonly measures: readonly Recipe[];
}

/** `GET /api/measures/:id?state=…&power=…&sector=…&asOf=…`: the series of one measure. */
export interface SeriesBody {
  readonly asOf: Day;
  readonly measure: Recipe;
  readonly series: readonly Series[];
  /** Of a measure by sector and month: the same from imported event files, publisher by publisher. */
  readonly files: SectorMeasureKnown["files"];
}

/** `GET /api/postures?state=…&a=…&b=…&asOf=…`: places between two powers. */
export interface PosturesBody {
  readonly asOf: Day;
  readonly postures: readonly Posture[];
}

/** `GET /api/postures/by-sector?state=…&asOf=…`: the newest place and rank by sector, of each source of coded events. */
export interface SectorPosturesBody {
  readonly asOf: Day;
  readonly sources: readonly SectorPosturesKnown[];
}

/** `GET /api/hedging?state=…&a=…&b=…&asOf=…`: what speaks for and against calling a state a hedger; judgements, no figures. */
export interface HedgingBody {
  readonly asOf: Day;
  readonly hedging: readonly HedgingJudgement[];
}

/** `GET /api/memberships?state=…&asOf=…`: bodies shared, agreements in force, and how each came to what it belongs to. */
export interface MembershipsBody {
  readonly asOf: Day;
  readonly series: readonly Series[];
  /** Of the watch's states, and of its powers that are states. */
  readonly paths: readonly AccessionPath[];
}

/** `GET /api/ranks?state=…&asOf=…`: the powers by nearness, under every weighting of what ties them. */
export interface RanksBody {
  readonly asOf: Day;
  readonly ranks: readonly PowerRank[];
}

/** `GET /api/dyads/:state/:power?asOf=…`: all that is measured of a pair, on one axis of time. */
export interface DyadBody {
  readonly asOf: Day;
  readonly state: StateCode;
  readonly power: PartyId;
  readonly lanes: readonly DyadLane[];
}

/** `GET /api/exposure?state=…&asOf=…`: who is listed, and through what each state may be hit. */
export interface ExposureBody extends ExposureKnown {
  readonly asOf: Day;
}

/**
 * `GET /api/change?asOf=…`: what moved lately, the surest first: by the years of the carried counts, and by the last month of
 * each source of coded events, where the ledger holds any.
 */
export interface ChangeBody {
  readonly asOf: Day;
  readonly moved: readonly Moved[];
  readonly months: readonly MonthsMoved[];
}

/** `GET /api/validity?asOf=…`: what our axes go along with, and what not. */
export interface ValidityBody extends ValidityKnown {
  readonly asOf: Day;
}

/** Ideal points that were worked out, with how well the chains agree. */
export interface IdealPointsDrawn extends PointsStanding {
  readonly kind: "points";
  readonly method: Method;
  readonly note: string;
  readonly draws: number;
  readonly convergence: ChainsAgree;
}

/** `GET /api/ideal-points?session=…&asOf=…`: a gap until `demarche ideal-points` has worked them out. */
export interface IdealPointsBody {
  readonly asOf: Day;
  readonly known: IdealPointsDrawn | Gap;
}

/** `POST /api/screen`: names in any script; of any kind, from the scorer's own threshold, when left out. */
export interface ScreenRequest {
  readonly names: readonly string[];
  readonly kind?: NameSchema;
  /** 0..1 */
  readonly least?: number;
  readonly asOf?: string;
}

/** Its answer: one screening for each name, in order. */
export interface ScreenBody {
  readonly screenings: readonly Screening[];
}

export type {
  DrawnInterval,
  FlowOutcome,
  ShockParameter,
  ToldBloc,
  ToldChange,
  ToldFigure,
  ToldOutcome,
} from "../options/index.ts";
export type {Shock, ShockKind} from "../sources/index.ts";

/** What a scenario starts from: `ledger` is the matrix of the ledger, `own` one that the server was started with. */
export interface ScenarioBase {
  readonly id: "ledger" | "own";
  readonly name: string;
  readonly year: number | null;
  readonly states: readonly string[];
  /** Empty where the matrix has no sectors. */
  readonly sectors: readonly string[];
  /** Coverage, estimates and what was filled in, in sentences. */
  readonly notes: readonly string[];
  /** States that could not be placed, and why. */
  readonly gaps: readonly Gap[];
}

/** `GET /api/scenario/bases?asOf=…`: what scenarios can start from; a gap in the place of what is missing. */
export interface ScenarioBasesBody {
  readonly asOf: Day;
  readonly bases: readonly ScenarioBase[];
  readonly gaps: readonly Gap[];
}

/** `POST /api/scenario` and `/api/scenario/stream`: a scenario as `docs/scenario.md` writes it, as JSON. */
export interface ScenarioRequest {
  readonly scenario: {
    readonly name?: string;
    readonly model?: Readonly<Record<string, unknown>>;
    readonly shocks: readonly Shock[];
  };
  readonly base?: ScenarioBase["id"];
  /** Draws for 90 % intervals: 0 for none, or 20 to 2,000; 200 without it. */
  readonly draws?: number;
  /** Names of shocks that are undone. */
  readonly without?: readonly string[];
  /** Whose flows, rows and brief are told; the watched states without it. */
  readonly about?: readonly PartyId[];
  readonly asOf?: string;
}

export interface ScenarioBody extends Omit<ShockOutcome, "states" | "blocs"> {
  readonly asOf: Day;
  /** Every state's figures. `flows` are those of `about` alone. */
  readonly told: ToldOutcome;
  readonly about: readonly string[];
  /** The rows that it rests on; none where the matrix is not the ledger's. */
  readonly evidence: readonly Evidence[];
  /** As files to keep; null while draws are still to come. */
  readonly written: Readonly<Record<"csv" | "md", string>> | null;
}

/** A line of `/api/scenario/stream`, JSON, as it comes: the centre, then how many draws are done, then all of it. */
export type ScenarioLine =
  | {readonly kind: "first"; readonly body: ScenarioBody}
  | {readonly kind: "drawn"; readonly done: number; readonly of: number}
  | {readonly kind: "solved"; readonly body: ScenarioBody}
  | {readonly kind: "failed"; readonly error: ErrorBody["error"]};

/** `GET /api/brief?format=md|html&asOf=…` answers text. `GET /api/export/:file?asOf=…` answers a file (docs/exports.md). */

/** `POST /api/audit`: a pasted text or the address of a page, one of the two. */
export interface AuditRequest {
  readonly text?: string;
  readonly address?: string;
  readonly asOf?: string;
}

/** Its answer: the article read back, and the same as files to keep. */
export interface AuditBody {
  readonly audit: ArticleAudit;
  readonly written: Readonly<Record<"md" | "html" | "annotated" | "claimreview", string>>;
}

/** `POST /api/audit/compare`: two articles, each a text or an address. */
export interface ComparisonRequest extends Pick<AuditRequest, "asOf"> {
  readonly first: Pick<AuditRequest, "text" | "address">;
  readonly second: Pick<AuditRequest, "text" | "address">;
}

/** Its answer: each read back, and what one has that the other has not. */
export type ComparisonBody = TwoCompared;

/** `GET /api/judgements?asOf=…`: all that people said by that day, in the order in which it came. */
export interface JudgementsBody {
  readonly asOf: Day;
  readonly judgements: readonly JudgementRead[];
}

/** `POST /api/judgements`: what a person says, by whom and why; the day and the id are the ledger's to give. */
export type JudgementRequest = Said & Pick<Judgement, "author" | "reason">;

/** Its answer; `kept: false` where the same person had said the same before. */
export interface JudgementKeptBody {
  readonly judgement: Judgement;
  readonly kept: boolean;
  readonly changes: readonly Change[];
}

/** `GET /api/agreement?asOf=…`: Krippendorff's alpha by field, of people who judged the same things. */
export interface AgreementBody {
  readonly asOf: Day;
  readonly fields: readonly FieldAgreement[];
}

/** `GET /api/changes?since=…&asOf=…`: what the later day's answer says otherwise. */
export interface ChangesBody {
  readonly since: Day;
  readonly until: Day;
  readonly changes: readonly Change[];
}

/** Every failing answer has this shape. */
export interface ErrorBody {
  readonly error: {readonly status: number; readonly message: string; readonly whatToDo: string};
}

/** Cells of one table, flat, as the CSV and `--json` print them. */
export interface FlatCell {
  readonly table: "moves" | "stakes" | "options";
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
}
