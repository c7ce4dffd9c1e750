import {auditArticle} from "../audit/index.ts";
import {movesFromEvents, movesFromFacts} from "../ledger/index.ts";
import {measure} from "../measures/index.ts";
import type {Article, CodedEvent, Verdict} from "../world/index.ts";
import type {Question} from "./answer-watch.ts";

/** Reads one article back against what the ledger knew, without keeping it. */
export async function auditOne(
  question: Question & {article: Article; events: readonly CodedEvent[]},
): Promise<Verdict[]> {
  const {ledger, reference, watch, asOf, article, events} = question;
  const book = await ledger.readFacts(watch, reference, asOf);
  const others = (await ledger.articles(asOf)).filter((one) => one.id !== article.id);
  const reported = movesFromEvents(others, await ledger.events(asOf), reference);
  return auditArticle({
    article,
    events,
    moves: [...movesFromFacts(book, watch, reference), ...reported],
    series: measure(book, watch, reference),
    book,
    watch,
    reference,
  });
}
