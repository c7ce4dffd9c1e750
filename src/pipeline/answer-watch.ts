import {auditArticle} from "../audit/index.ts";
import {witnessesAmong} from "../ledger/index.ts";
import {measure, postures} from "../measures/index.ts";
import {buildTradeMatrix} from "../models/index.ts";
import {findOptions} from "../options/index.ts";
import {quietSources} from "../sources/index.ts";
import {findStakes} from "../stakes/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Answer, Day, Gap, Reference, Series, Watch} from "../world/index.ts";
import {isGap, sentence} from "../world/index.ts";
import {collectedReliability} from "./collected-reliability.ts";
import {knownMoves} from "./known-moves.ts";
import {moveRows} from "./move-rows.ts";
import {vintagesOf} from "./vintages.ts";

export interface Question {
  readonly ledger: Ledger;
  readonly reference: Reference;
  readonly watch: Watch;
  /** Only what was known on that day is used. */
  readonly asOf: Day;
  /** Version of Demarche, printed on the answer. */
  readonly version: string;
}

/**
 * The whole way, once, in the order in which the rooms stand:
 *
 *     ledger ──► facts, articles, coded events        what was known on that day
 *       judgements ──► articles + events              as people have rejected, recoded and graded them
 *       facts ──────────────────► moves               votes, treaties, orders, memberships, event rows
 *       articles + events ──────► moves               reports of one happening become one move
 *       judgements ─────────────► moves               as people have joined, parted, rejected and recoded them
 *       facts ──────────────────► series, postures    each figure with interval, coverage and vintage
 *       series + moves + facts ─► stakes              benefits and risks by sector
 *       facts + moves ──────────► options             computed outcomes, or judgements with precedents
 *       articles + all of it ───► verdicts            the article read back, claim by claim
 *       captures + articles ────► gaps                sources that went quiet
 *                                                     ► Answer
 *
 * The same ledger, watch, day and version give the same bytes.
 */
export async function answerWatch({
  ledger,
  reference,
  watch,
  asOf,
  version,
}: Question): Promise<Answer> {
  const book = await ledger.readFacts(watch, reference, asOf);
  const held = await ledger.articles(asOf);
  const captures = await ledger.captures(asOf);
  const {articles, events, moves, judgements} = knownMoves(
    {
      book,
      articles: held,
      events: await ledger.events(asOf),
      judgements: await ledger.judgements(asOf),
      reliabilityOf: collectedReliability(captures),
    },
    watch,
    reference,
  );
  const series = measure(book, watch, reference);
  const stakes = findStakes({book, watch, reference, series, moves, articles});
  const options = findOptions({
    book,
    watch,
    reference,
    series,
    moves,
    matrix: buildTradeMatrix(book, watch, reference),
  });
  const witnessesOf = witnessesAmong(articles, reference);
  const verdicts = articles.map((article) => ({
    articleId: article.id,
    title: isGap(article.title) ? "(no title)" : article.title,
    specimen: article.specimen,
    grade: article.grade,
    verdicts: auditArticle({
      article,
      events: events.filter((event) => event.evidence.articleId === article.id),
      moves,
      series,
      book,
      watch,
      reference,
      isWitness: witnessesOf(article),
    }),
  }));

  return {
    watch,
    asOf,
    version,
    moves: moveRows(moves, book, watch, reference),
    stakes,
    options,
    ledgerMoves: moves,
    series,
    postures: postures(book, watch, reference),
    verdicts,
    judgements,
    gaps: [...gapsOf(series), ...quietSources(captures, held).map(asSentence)],
    vintages: vintagesOf(book, reference),
  };
}

const asSentence = (one: Gap): Gap => ({...one, what: sentence(one.what)});

/** Each distinct gap once, in the order met. */
function gapsOf(series: readonly Series[]): Gap[] {
  const found = new Map<string, Gap>();
  for (const {points} of series) {
    const newest = points.at(-1)?.figure;
    if (newest !== undefined && isGap(newest))
      found.set(`${newest.what}|${newest.why}`, asSentence(newest));
  }
  return [...found.values()];
}
