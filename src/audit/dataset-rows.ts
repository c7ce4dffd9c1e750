import type {DatasetId, Reach, RowCondition, RowsEvidence, StateCode} from "../world/index.ts";

interface Rows {
  readonly dataset: DatasetId;
  readonly where: readonly RowCondition[];
  readonly count: number;
  readonly quote: string;
  readonly vintage: string;
  readonly states: readonly StateCode[];
}

/** Evidence that opens rows of a carried dataset; each state is reached by the row's own code column. */
export function datasetRows({dataset, where, count, quote, vintage, states}: Rows): RowsEvidence {
  const reaches = [...new Set(states)].map(
    (party): Reach => ({party, how: "dataset", by: `${dataset}: rows of ${party}`}),
  );
  return {kind: "rows", dataset, where, count, quote, reaches, vintage};
}
