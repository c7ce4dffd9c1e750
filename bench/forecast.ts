import {
  chooseRecurrency,
  forecastPlan,
  rankByRecurrency,
  rankDays,
  strictOf,
  trainScorer,
} from "../src/models/index.ts";
import type {BenchResult} from "./benches.ts";
import {readForecastCase} from "./forecast-graph.ts";
import {cpuMs} from "./median-ms.ts";

/** Published for the test days of ICEWS14, time-aware filter (Gastinger et al. 2024, corrected 2025). */
const publishedSingleStep = {
  "mrr strict-recurrency, published, test days": 0.36,
  "mrr combined-recurrency, published, test days": 0.374,
  "mrr RE-GCN, test days": 0.421,
  "mrr TLogic, test days": 0.425,
  "mrr TiRGN, test days": 0.44,
  "hits10 RE-GCN, test days": 0.627,
  "hits10 TLogic, test days": 0.603,
  "hits10 TiRGN, test days": 0.638,
};
const publishedMultiStep = {
  "mrr combined-recurrency, published, test days": 0.317,
  "mrr RE-GCN, test days": 0.378,
  "hits10 RE-GCN, test days": 0.575,
};

/**
 * Who is at the other end of the next move: every fact of the scored days asked in both directions, ranked among all
 * entities without the day's other right answers, ties at their mean rank. Single-step: all days before are known.
 * Multi-step: none of the scored days is. Peers' figures are for the test days; where a folder has none, ours are
 * for its validation days, and `testDays` is 0. `seconds` are those of one core, floors left out.
 */
export async function run({
  data,
  multiStep = false,
}: {
  data: string;
  multiStep?: boolean;
}): Promise<BenchResult> {
  const {graph, scoredFrom, scored} = readForecastCase(data);
  const plan = forecastPlan(graph, scoredFrom, multiStep);
  const recurrency = chooseRecurrency(graph, plan.tuned);
  const strict = rankByRecurrency(graph, plan.asked, strictOf(recurrency));
  const combined = rankByRecurrency(graph, plan.asked, recurrency);
  console.error(`  ${scored}: recurrency ${strict.mrr.toFixed(4)}, ${combined.mrr.toFixed(4)}`);

  const before = process.cpuUsage();
  const scorer = trainScorer(graph, {
    ...plan.learned,
    onEpoch: (epoch, loss) => console.error(`  epoch ${epoch + 1}: loss ${loss.toFixed(4)}`),
  });
  const ranked = rankDays(graph, scorer, plan.asked, plan.learned.seed);
  const seconds = cpuMs(before) / 1000;
  return {
    bench: multiStep ? "forecast-multi-step" : "forecast",
    figures: {
      testDays: scored === "test" ? 1 : 0,
      mrr: ranked.mrr,
      hits1: ranked.hits1,
      hits3: ranked.hits3,
      hits10: ranked.hits10,
      candidateShare: ranked.found,
      seconds,
    },
    floors: {
      "mrr strict-recurrency": strict.mrr,
      "mrr combined-recurrency": combined.mrr,
      "hits1 combined-recurrency": combined.hits1,
      "hits3 combined-recurrency": combined.hits3,
      "hits10 strict-recurrency": strict.hits10,
      "hits10 combined-recurrency": combined.hits10,
    },
    peers: multiStep ? publishedMultiStep : publishedSingleStep,
    n: ranked.questions,
  };
}

/** The same without any of the scored days known. */
export function runMultiStep({data}: {data: string}): Promise<BenchResult> {
  return run({data, multiStep: true});
}
