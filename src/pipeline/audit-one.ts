import {auditArticle} from "../audit/index.ts";
import {measure} from "../measures/index.ts";
import type {Article, CodedEvent, Grade, Verdict} from "../world/index.ts";
import type {Question} from "./answer-watch.ts";
import {collectedReliability} from "./collected-reliability.ts";
import {judgedMoves, knownMoves} from "./known-moves.ts";

/** Reads one article back against what the ledger knew, and grades it beside the others, without keeping it. */
export async function auditOne(
  question: Question & {article: Article; events: readonly CodedEvent[]},
): Promise<{grade: Grade; verdicts: Verdict[]}> {
  const {ledger, reference, watch, asOf, article, events} = question;
  const book = await ledger.readFacts(watch, reference, asOf);
  const others = {
    book,
    articles: (await ledger.articles(asOf)).filter((one) => one.id !== article.id),
    events: (await ledger.events(asOf)).filter((one) => one.evidence.articleId !== article.id),
    judgements: await ledger.judgements(asOf),
    reliabilityOf: collectedReliability(await ledger.captures(asOf)),
  };
  const {moves} = knownMoves(others, watch, reference);
  const beside = judgedMoves(
    {...others, articles: [...others.articles, article], events: [...others.events, ...events]},
    [],
    reference,
  );
  const verdicts = auditArticle({
    article,
    events,
    moves,
    series: measure(book, watch, reference),
    book,
    watch,
    reference,
  });
  const graded = beside.articles.find(({id}) => id === article.id) ?? article;
  return {grade: graded.grade, verdicts};
}
