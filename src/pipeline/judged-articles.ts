import {judgeReports, settleJudgements} from "../ledger/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Article, Day, Reference} from "../world/index.ts";

/** The articles that the ledger knew on a day, but for those that people rejected. */
export async function judgedArticles(
  ledger: Pick<Ledger, "articles" | "judgements">,
  reference: Reference,
  asOf: Day,
): Promise<readonly Article[]> {
  const decisions = settleJudgements(await ledger.judgements(asOf));
  return judgeReports(await ledger.articles(asOf), [], decisions, reference).articles;
}
