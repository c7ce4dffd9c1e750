import type {Matter} from "../../src/exports/index.ts";
import {answerWatch, gatherMatter} from "../../src/pipeline/index.ts";
import {
  type CodedEvent,
  type Day,
  day,
  gap,
  type Judgement,
  type Measured,
  type Move,
  type PartyId,
} from "../../src/world/index.ts";
import {buildAnswer} from "../briefs/build-answer.ts";
import type {foundingLedger} from "../pipeline/founding-ledger.ts";
import {reference} from "../sources/real-reference.ts";
import {told} from "../store/made-articles.ts";

/** A move between parties, made up. */
export function madeMove(
  facts: Partial<Move> & {id: string; sources: readonly PartyId[]; targets: readonly PartyId[]},
): Move {
  const [first] = buildAnswer().ledgerMoves;
  if (first === undefined) throw new Error("the built answer has no move");
  return {...first, when: day("2025-03-04"), ...facts};
}

const figure: Measured = {
  kind: "measured",
  value: -0.25,
  unit: "share",
  interval: {low: -0.5, high: 0.125, level: 0.9},
  intervalNote: "made up",
  method: {id: "made-up", version: 3},
  coverage: "4 of 5",
  vintage: "2016",
  evidence: [
    {
      kind: "rows",
      dataset: "trade-cow",
      where: [],
      count: 4,
      quote: "four rows",
      reaches: [],
      vintage: "2014",
    },
  ],
};

/**
 * A small matter built by hand. A stranger's words stand wherever they can: titles, quotes, names, origins, reasons.
 */
export function smallMatter(words = "Talks on trade with Russia"): Matter {
  const built = buildAnswer(words, 3);
  const {article, events} = told({
    text: words.length === 0 ? "-" : words,
    outlet: words,
    published: "2025-05-30",
    cites: words,
  });
  const read = {...article, id: "0123456789abcdef", origin: `/home/someone/secret/${words}.txt`};
  const coded = events.map(
    (event): CodedEvent => ({
      ...event,
      evidence: {...event.evidence, articleId: read.id},
    }),
  );
  const [event] = coded;
  if (event === undefined) throw new Error("the article has no event");
  const linked = madeMove({
    id: "linked",
    sources: ["IDN"],
    targets: ["RUS"],
    summary: words,
    evidence: [event.evidence],
    recipe: {id: "link-reports", version: 2},
    reports: [{eventId: event.id, articleId: read.id, score: null, because: []}],
  });
  const judgement: Judgement = {
    id: "judged",
    kind: "accept",
    about: ["linked"],
    author: words,
    recordedOn: day("2026-05-01"),
    reason: words,
    follows: null,
  };
  return {
    answer: {
      ...built,
      ledgerMoves: [
        ...built.ledgerMoves,
        linked,
        madeMove({id: "ocean", sources: ["USA"], targets: ["IDN"]}),
        madeMove({
          id: "sanctioned",
          sources: ["USA"],
          targets: ["RUS"],
          type: "SANCTION",
          from: "sanction",
          when: day("2014-01-01"),
          precision: "year",
        }),
        madeMove({
          id: "summit",
          sources: ["IDN", "MYS", "VNM"],
          targets: ["IDN", "MYS", "VNM"],
          when: gap("date", "the text has none", "the original"),
          precision: "unknown",
        }),
        madeMove({id: "bloc", sources: ["ASEAN"], targets: ["EU"]}),
      ],
      series: [
        {
          id: "made-up/IDN/RUS",
          title: words,
          state: "IDN",
          partner: "RUS",
          sector: "trade",
          unit: "share",
          method: figure.method,
          note: words,
          points: [
            {period: "2015", figure},
            {period: "2016", figure: gap("share in 2016", words, "customs statistics")},
            {period: "2016-05", figure},
            {period: "2001-2005", figure},
          ],
        },
      ],
      judgements: [{judgement, effect: "applied"}],
    },
    articles: [read],
    readings: [{articleId: read.id, reader: "reader@7", licence: words}],
    events: coded,
    stepJudgements: [],
    judgedPledges: [],
    reference,
    imports: [
      {
        importer: {id: "imf-fdi", version: 1},
        recordedOn: day("2026-05-02"),
        citation: words,
        licence: words,
        datasets: {fdi: {}},
      },
    ],
  };
}

/** All that the founding watch's ledger knew on a day. */
export async function matterOn(
  house: Awaited<ReturnType<typeof foundingLedger>>,
  asOf: Day,
): Promise<Matter> {
  return gatherMatter(await answerWatch({...house, asOf}), house);
}
