import {
  type ArticleAudit,
  auditArticle,
  datasetsOfArticle,
  figureDatasets,
  speaksOfListing,
  tellArticle,
  watchOfArticle,
} from "../audit/index.ts";
import {movesFromFacts, witnessesAmong} from "../ledger/index.ts";
import {measure, recipes} from "../measures/index.ts";
import {
  type Article,
  type CodedEvent,
  hostOf,
  isGap,
  type PartyId,
  type Series,
} from "../world/index.ts";
import type {Question} from "./answer-watch.ts";
import {collectedReliability} from "./collected-reliability.ts";
import {judgedMoves} from "./known-moves.ts";

/**
 * Reads one article back against what the ledger knew, and grades it beside the others, without keeping it. Facts are
 * read for the states that it names, whatever the watch follows.
 */
export async function auditOne(
  question: Question & {article: Article; events: readonly CodedEvent[]},
): Promise<ArticleAudit> {
  const {ledger, reference, asOf, article, events} = question;
  const watch = watchOfArticle(article, question.watch, reference);
  const book = await ledger.readFacts(watch.facts, reference, asOf, datasetsOfArticle(article));
  const others = {
    articles: (await ledger.articles(asOf)).filter((one) => one.id !== article.id),
    events: (await ledger.events(asOf)).filter((one) => one.evidence.articleId !== article.id),
    judgements: await ledger.judgements(asOf),
    reliabilityOf: collectedReliability(await ledger.captures(asOf)),
  };
  // Votes have a matcher of their own, and no figure beside a claim is made of them; orders and sanctions know no day.
  const quick = {...book, rollCalls: []};
  const dated = {...quick, armsOrders: [], sanctions: []};
  const {moves} = judgedMoves(others, movesFromFacts(dated, watch.facts, reference), reference);
  const all = [...others.articles, article];
  const beside = judgedMoves(
    {...others, articles: all, events: [...others.events, ...events.slice(0, mostGraded)]},
    [],
    reference,
  );
  const verdicts = auditArticle({
    article,
    events,
    moves,
    series: figuresMade((among) => measure(quick, watch.figures, reference, besideClaims, among)),
    book,
    watch: watch.figures,
    reference,
    listed: speaksOfListing(article) ? await ledger.listedParties(asOf) : [],
    factsOf: watch.facts.states,
    isWitness: witnessesAmong(all, reference)(article),
  });
  const graded = beside.articles.find(({id}) => id === article.id) ?? article;
  return tellArticle(article, verdicts, graded.grade, outletsSeen(others.articles));
}

/**
 * Events of the article by which it is graded beside others. Events are held against one another, so that a text of a
 * megabyte would take the square of its length; what no article reaches is cut.
 */
const mostGraded = 500;

/** Figures of the parties of a claim, made once for all claims of the same. */
function figuresMade(
  make: (among: ReadonlySet<PartyId>) => readonly Series[],
): (parties: readonly PartyId[]) => readonly Series[] {
  const made = new Map<string, readonly Series[]>();
  return (parties) => {
    const key = [...new Set(parties)].sort().join(" ");
    const known = made.get(key) ?? make(new Set(parties));
    made.set(key, known);
    return known;
  };
}

/** Recipes of figures that can stand beside a claim: all that they need was read. */
const besideClaims = recipes
  .filter(({needs}) => needs.every((dataset) => figureDatasets.includes(dataset)))
  .map(({id}) => id);

/** Whether an outlet's own article is among those read. */
function outletsSeen(articles: readonly Article[]): (outlet: string) => boolean {
  const names = new Set(
    articles.flatMap(({outlet, origin, specimen}) =>
      specimen ? [] : [isGap(outlet) ? "" : outlet.toLowerCase(), hostOf(origin) ?? ""],
    ),
  );
  return (outlet) => names.has(outlet.toLowerCase());
}
