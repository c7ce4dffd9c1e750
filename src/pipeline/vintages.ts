import type {Answer, FactBook, Reference} from "../world/index.ts";

/** What each dataset in the ledger covers, and when it was retrieved: printed at the foot of every page. */
export function vintagesOf(book: FactBook, reference: Reference): Answer["vintages"] {
  return reference.datasets
    .filter((card) => book.datasets.has(card.id))
    .map((card) => ({
      dataset: card.id,
      title: card.title,
      from: card.coverage.from,
      to: card.coverage.to,
      recordedOn: card.retrieved,
    }));
}
