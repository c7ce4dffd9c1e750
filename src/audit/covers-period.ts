import type {DatasetId} from "../world/index.ts";
import type {Known} from "./claim.ts";
import type {Period} from "./read-period.ts";

/** Whether a dataset is in the ledger and its stated coverage holds the whole period; years compare as text. */
export function coversPeriod(
  dataset: DatasetId,
  period: Period,
  {book, reference}: Known,
): boolean {
  const card = reference.datasets.find(({id}) => id === dataset);
  if (card === undefined || !book.datasets.has(dataset)) return false;
  const {from, to} = card.coverage;
  const sameLength = (text: string, day: string) => day.slice(0, text.length);
  return sameLength(from, period.from) >= from && sameLength(to, period.to) <= to;
}
