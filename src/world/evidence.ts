import type {PartyId} from "./party.ts";
import type {Day} from "./time.ts";

/** How a piece of evidence comes to speak of a party: by naming it, or by a recorded link that is shown to the reader. */
export interface Reach {
  readonly party: PartyId;
  readonly how: "named" | "heading" | "column" | "coreference" | "member-of" | "dataset";
  /** For anything but "named": the words or the table cell that make the link, e.g. "row heading: Malaysia". */
  readonly by: string;
}

/** A passage of an article. Offsets are UTF-16 positions in the article's kept text; `quote` is exactly that slice. */
export interface PassageEvidence {
  readonly kind: "passage";
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly reaches: readonly Reach[];
  /** True for the specimen that a fresh clone carries: shown as such, never counted. */
  readonly specimen: boolean;
}

/** One condition on a column of a dataset. */
export type RowCondition =
  | {readonly column: string; readonly in: readonly (string | number)[]}
  | {readonly column: string; readonly from?: string | number; readonly to?: string | number};

/** Rows of a carried dataset, named by conditions on its columns; opening them shows the rows. */
export interface RowsEvidence {
  readonly kind: "rows";
  readonly dataset: DatasetId;
  readonly where: readonly RowCondition[];
  readonly count: number;
  /** One line that says what the rows say. */
  readonly quote: string;
  readonly reaches: readonly Reach[];
  /** The newest period in the rows, so that every number shows its vintage ("2016", "2022-11"). */
  readonly vintage: string;
}

/** Evidence of a gap: which datasets were searched and found empty, or do not exist here. */
export interface SearchedEvidence {
  readonly kind: "searched";
  readonly datasets: readonly DatasetId[];
  readonly where: readonly RowCondition[];
  readonly quote: string;
  readonly reaches: readonly Reach[];
}

/** An entry of `reference/`: a membership, a codebook rule, an action's assumption; opens the row with its source. */
export interface ReferenceEvidence {
  readonly kind: "reference";
  readonly table: string;
  readonly key: string;
  readonly quote: string;
  readonly source: string;
  readonly reaches: readonly Reach[];
}

/** A person's judgement that shaped the cell: who said what, when and why. */
export interface JudgementEvidence {
  readonly kind: "judgement";
  readonly judgementId: string;
  readonly author: string;
  readonly recordedOn: Day;
  readonly quote: string;
  readonly reaches: readonly Reach[];
}

export type Evidence =
  | PassageEvidence
  | RowsEvidence
  | SearchedEvidence
  | ReferenceEvidence
  | JudgementEvidence;

/** The datasets that `data/` carries; each is one Parquet file and one table of the ledger. */
export const carriedDatasetIds = [
  "un-votes",
  "un-resolutions",
  "trade-cow",
  "trade-matrix",
  "trade-sections",
  "trade-partners",
  "gdp",
  "arms-orders",
  "arms-deliveries",
  "military-spending",
  "energy-russia",
  "energy-2020",
  "fdi",
  "agreements",
  "agreement-members",
  "leaders",
  "ofac-sdn",
  "sanctions-panel",
  "gdelt-pairs",
  "icews-pairs",
  "event-rows",
] as const;

/** Datasets that come by import alone: a fresh ledger has their tables, empty. */
export const importedDatasetIds = [
  "trade-products",
  "distances",
  "ideal-points",
  "alliances",
  "igo-memberships",
  "listed-parties",
] as const;

/** Every dataset that a ledger can hold; each is one table. */
export const datasetIds = [...carriedDatasetIds, ...importedDatasetIds] as const;
export type DatasetId = (typeof datasetIds)[number];

/** What `datapackage.json` says of a dataset. */
export interface DatasetCard {
  readonly id: DatasetId;
  readonly title: string;
  readonly source: string;
  readonly citation: string;
  readonly licence: string;
  readonly commercialUse: boolean;
  readonly retrieved: Day;
  readonly coverage: {readonly from: string; readonly to: string; readonly note: string};
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly description: string;
    readonly unit?: string;
  }[];
}
