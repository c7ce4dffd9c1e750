import type {DatasetCard, DatasetId, Day, Method, Reference} from "../world/index.ts";
import {methodName} from "./method-name.ts";

/** What a file that was imported says of itself, of all that the ledger keeps of it. */
export interface ImportNote {
  readonly importer: Method;
  readonly recordedOn: Day;
  readonly citation: string;
  readonly licence: string;
  /** Datasets of which it brought rows. */
  readonly datasets: Readonly<Partial<Record<DatasetId, unknown>>>;
}

/** A dataset as its publishers want it named: by the card of what is carried, and by each file imported since. */
export interface DatasetSource {
  readonly id: DatasetId;
  readonly title: string;
  readonly card: DatasetCard | null;
  readonly publisher: string | null;
  readonly retrieved: Day | null;
  /** Null where nobody has said. */
  readonly citation: string | null;
  readonly licence: string | null;
  /** Importers that brought rows of it, as "id@version". */
  readonly importers: readonly string[];
}

export function datasetSource(
  id: DatasetId,
  {datasets}: Pick<Reference, "datasets">,
  imports: readonly ImportNote[],
): DatasetSource {
  const card = datasets.find((one) => one.id === id) ?? null;
  const brought = imports.filter((one) => one.datasets[id] !== undefined);
  const terms = [...(card === null ? [] : [card]), ...brought];
  return {
    id,
    card,
    title: card?.title ?? id,
    publisher: card?.source ?? null,
    retrieved: brought.at(-1)?.recordedOn ?? card?.retrieved ?? null,
    citation: joined(terms.map(({citation}) => citation)),
    licence: joined(terms.map(({licence}) => licence)),
    importers: [...new Set(brought.map(({importer}) => methodName(importer)))],
  };
}

function joined(words: readonly string[]): string | null {
  return words.length === 0 ? null : [...new Set(words)].join("; ");
}
