import type {DatasetId} from "./evidence.ts";

/** What a column of a dataset holds: whole numbers, numbers, text, days ("YYYY-MM-DD"), or yes and no. */
export type ColumnType = "integer" | "double" | "text" | "day" | "truth";

/** The shape of a dataset's table, beside `row` and `recorded_on`, which every dataset has. */
export interface DatasetTable {
  readonly columns: Readonly<Record<string, ColumnType>>;
  /**
   * Columns that say what a row is about. A later import's row with the same key and other values supersedes the
   * earlier one. Rows that share a key (two orders of the same weapon in one year) are told apart by their order.
   */
  readonly key: readonly string[];
  /** True where two rows alike in everything are two things (two orders); elsewhere a second one is the same row again. */
  readonly repeats?: boolean;
}

const trade = {
  columns: {exporter: "text", importer: "text", year: "integer", value_usd: "double"},
  key: ["exporter", "importer", "year"],
} as const;

const treatyDates = {
  signed: "day",
  signed_precision: "text",
  in_force: "day",
  in_force_precision: "text",
  ended: "day",
  ended_precision: "text",
  source_dataset: "text",
} as const;

/** Tables of all datasets. Those that `data/` carries have exactly the columns of their Parquet file. */
export const datasetTables: Readonly<Record<DatasetId, DatasetTable>> = {
  "un-votes": {
    columns: {record_id: "integer", symbol: "text", date: "day", state: "text", vote: "text"},
    key: ["record_id", "state"],
  },
  "un-resolutions": {
    columns: {
      record_id: "integer",
      body: "text",
      symbol: "text",
      date: "day",
      title: "text",
      agenda: "text",
      recorded_vote: "truth",
      yes: "integer",
      no: "integer",
      abstain: "integer",
      nonvoting: "integer",
    },
    key: ["record_id"],
  },
  "trade-cow": trade,
  "trade-matrix": {columns: {...trade.columns, agreement: "integer"}, key: trade.key},
  "trade-sections": {
    columns: {
      exporter: "text",
      importer: "text",
      year: "integer",
      sitc_section: "integer",
      value_usd: "double",
    },
    key: ["exporter", "importer", "year", "sitc_section"],
  },
  "trade-partners": {
    columns: {
      state: "text",
      direction: "text",
      year: "integer",
      partner: "text",
      share_percent: "double",
    },
    key: ["state", "direction", "year", "partner"],
  },
  gdp: {
    columns: {state: "text", year: "integer", usd: "double", basis: "text"},
    key: ["state", "year", "basis"],
  },
  "arms-orders": {
    columns: {
      recipient: "text",
      supplier: "text",
      order_year: "integer",
      order_year_uncertain: "truth",
      ordered: "integer",
      ordered_uncertain: "truth",
      delivered: "integer",
      designation: "text",
      description: "text",
      delivery_years: "text",
      status: "text",
      comments: "text",
      tiv_ordered: "double",
      tiv_delivered: "double",
    },
    key: ["recipient", "supplier", "order_year", "designation", "description"],
    repeats: true,
  },
  "arms-deliveries": {
    columns: {year: "integer", supplier: "text", recipient: "text", tiv: "double"},
    key: ["year", "supplier", "recipient"],
  },
  "military-spending": {
    columns: {state: "text", year: "integer", constant2023_usd: "double", share_of_gdp: "double"},
    key: ["state", "year"],
  },
  "energy-russia": {
    columns: {
      importer: "text",
      month: "text",
      commodity: "text",
      unit: "text",
      value: "double",
    },
    key: ["importer", "month", "commodity", "unit"],
  },
  "energy-2020": {
    columns: {fuel: "text", exporter: "text", importer: "text", value: "double", unit: "text"},
    key: ["fuel", "exporter", "importer", "unit"],
  },
  fdi: {
    columns: {
      economy: "text",
      counterpart: "text",
      year: "integer",
      direction: "text",
      derived: "truth",
      value_usd: "double",
    },
    key: ["economy", "counterpart", "year", "direction", "derived"],
  },
  agreements: {
    columns: {id: "text", title: "text", ...treatyDates},
    key: ["id", "source_dataset"],
  },
  "agreement-members": {
    columns: {id: "text", state: "text", ...treatyDates},
    key: ["id", "state", "source_dataset"],
  },
  leaders: {
    columns: {
      state: "text",
      person: "text",
      office: "text",
      from_date: "day",
      to_date: "day",
      from_basis: "text",
      source_dataset: "text",
    },
    key: ["state", "person", "office", "from_date", "source_dataset"],
  },
  "ofac-sdn": {
    columns: {
      ent_num: "integer",
      name: "text",
      type: "text",
      program: "text",
      remarks: "text",
      first_seen: "day",
      last_seen: "day",
    },
    key: ["ent_num"],
  },
  "sanctions-panel": {
    columns: {sender: "text", target: "text", year: "integer", kinds: "text"},
    key: ["sender", "target", "year"],
  },
  "gdelt-pairs": {
    columns: {
      month: "text",
      a: "text",
      b: "text",
      value: "double",
      days_active: "integer",
      days_in_month: "integer",
    },
    key: ["month", "a", "b"],
  },
  "icews-pairs": {
    columns: {
      year: "integer",
      source: "text",
      target: "text",
      verbal_cooperation: "integer",
      material_cooperation: "integer",
      verbal_conflict: "integer",
      material_conflict: "integer",
    },
    key: ["year", "source", "target"],
  },
  "event-rows": {
    columns: {
      global_event_id: "text",
      date: "day",
      source: "text",
      target: "text",
      between_states: "truth",
      source_actor: "text",
      target_actor: "text",
      cameo: "text",
      cameo_text: "text",
      goldstein: "double",
      articles: "integer",
      sources_count: "integer",
      url: "text",
    },
    key: ["global_event_id"],
  },
  /** Goods by product: `classification` is "HS2" (chapters) or "HS6"; `reporter` is "exporter", "importer" or "reconciled". */
  "trade-products": {
    columns: {
      exporter: "text",
      importer: "text",
      year: "integer",
      classification: "text",
      product: "text",
      value_usd: "double",
      quantity_tonnes: "double",
      reporter: "text",
      source_dataset: "text",
    },
    key: [
      "exporter",
      "importer",
      "year",
      "classification",
      "product",
      "reporter",
      "source_dataset",
    ],
  },
  /** `distance_km` lies between the most populous cities, `weighted_km` is weighted by population (CEPII GeoDist dist, distw). */
  distances: {
    columns: {
      a: "text",
      b: "text",
      contiguous: "truth",
      common_language: "truth",
      colony: "truth",
      distance_km: "double",
      capitals_km: "double",
      weighted_km: "double",
    },
    key: ["a", "b"],
  },
  /** UN ideal points with their 5 % and 95 % bounds where the file has them. `series` is "all", "final-passage" or "legacy". */
  "ideal-points": {
    columns: {
      state: "text",
      year: "integer",
      series: "text",
      point: "double",
      low: "double",
      high: "double",
      votes: "integer",
    },
    key: ["state", "year", "series"],
  },
  alliances: {
    columns: {
      a: "text",
      b: "text",
      year: "integer",
      kinds: "text",
      source_dataset: "text",
    },
    key: ["a", "b", "year", "source_dataset"],
  },
  /** `role` is "member", "associate" or "observer". */
  "igo-memberships": {
    columns: {igo: "text", name: "text", state: "text", year: "integer", role: "text"},
    key: ["igo", "state", "year"],
  },
  /**
   * Persons, bodies, vessels and aircraft on a sanctions list. `kind` is "person", "entity", "vessel" or "aircraft"; lists
   * within a cell ("aliases", "programmes", "nationalities", "identifiers") are joined by ";".
   */
  "listed-parties": {
    columns: {
      list: "text",
      list_id: "text",
      kind: "text",
      name: "text",
      aliases: "text",
      programmes: "text",
      nationalities: "text",
      birth_dates: "text",
      addresses: "text",
      identifiers: "text",
      listed_on: "day",
      remarks: "text",
    },
    key: ["list", "list_id"],
  },
};
