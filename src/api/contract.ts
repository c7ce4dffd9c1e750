import type {ArticleAudit} from "../audit/index.ts";
import type {CopyCluster, FieldAgreement} from "../ledger/index.ts";
import type {CopiesKnown, PledgesKnown, SourceKnown, TwoCompared} from "../pipeline/index.ts";
import type {PledgeAlert} from "../pledges/index.ts";
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
  Measured,
  PartyId,
  Said,
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

export type {SourceKnown} from "../pipeline/index.ts";

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

export type {PledgeRate, PledgeRates} from "../measures/index.ts";
export type {ListedPledge, PledgeAlert} from "../pledges/index.ts";

/** `POST /api/scenario`: a tariff that `importer` lays on goods from `exporter`, in percent added to today's. */
export interface ScenarioRequest {
  readonly tariffs: readonly {
    readonly importer: PartyId;
    readonly exporter: PartyId;
    readonly addedTariffPercent: number;
  }[];
  readonly asOf?: string;
}

export interface ScenarioBody {
  readonly heading: string;
  readonly baseYear: number;
  readonly assumptions: readonly string[];
  readonly outcomes: readonly {
    readonly state: StateCode;
    readonly name: string;
    readonly realIncomePercent: Measured | Gap;
    readonly exportsPercent: Measured | Gap;
  }[];
  readonly evidence: readonly Evidence[];
}

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
