import {auditArticle} from "../audit/index.ts";
import {measure} from "../measures/index.ts";
import type {Article, CodedEvent, Verdict} from "../world/index.ts";
import type {Question} from "./answer-watch.ts";
import {knownMoves} from "./known-moves.ts";

/** Reads one article back against what the ledger knew, without keeping it. */
export async function auditOne(
  question: Question & {article: Article; events: readonly CodedEvent[]},
): Promise<Verdict[]> {
  const {ledger, reference, watch, asOf, article, events} = question;
  const book = await ledger.readFacts(watch, reference, asOf);
  const {moves} = knownMoves(
    {
      book,
      articles: (await ledger.articles(asOf)).filter((one) => one.id !== article.id),
      events: await ledger.events(asOf),
      judgements: await ledger.judgements(asOf),
    },
    watch,
    reference,
  );
  return auditArticle({
    article,
    events,
    moves,
    series: measure(book, watch, reference),
    book,
    watch,
    reference,
  });
}
