import type {Matter} from "../exports/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Answer, Reference} from "../world/index.ts";

/** What exports are made of: an answer, with the articles and coded events that were known on its day. */
export async function gatherMatter(
  answer: Answer,
  {
    ledger,
    reference,
  }: {readonly ledger: Pick<Ledger, "articles" | "events">; readonly reference: Reference},
): Promise<Matter> {
  const {asOf} = answer;
  const [articles, events] = [await ledger.articles(asOf), await ledger.events(asOf)];
  return {answer, articles, events, reference};
}
