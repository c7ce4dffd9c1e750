import type {Matter} from "../exports/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Answer, Reference} from "../world/index.ts";

/** What exports are made of: an answer, with the articles and coded events that were known on its day. */
export async function gatherMatter(
  answer: Answer,
  {
    ledger,
    reference,
  }: {
    readonly ledger: Pick<Ledger, "articles" | "readings" | "events" | "imports">;
    readonly reference: Reference;
  },
): Promise<Matter> {
  const {asOf} = answer;
  return {
    answer,
    articles: await ledger.articles(asOf),
    readings: await ledger.readings(asOf),
    events: await ledger.events(asOf),
    imports: await ledger.imports(asOf),
    reference,
  };
}
