import {bestOf} from "./best-of.ts";
import {CandidateFeatures, candidateWidth, questionWidth} from "./candidate-features.ts";
import {Candidates} from "./candidates.ts";
import {questionsOf} from "./day-questions.ts";
import {type RankScores, rankAmong, scoreRanks} from "./rank-scores.ts";
import type {Scorer} from "./scorer.ts";
import {type SeenRelations, seenRelations} from "./seen-relations.ts";
import type {Stretch} from "./stretch.ts";
import type {TemporalGraph} from "./temporal-graph.ts";
import {walkDays} from "./walk-days.ts";

/** Candidates that are scored; the others stand below them in the order of their priors, and last who was never seen. */
const scored = 250;
/** Below every score. */
const bottom = -1e4;

export interface RankedDays extends RankScores {
  /** Share of the answers that were among the candidates: had been seen before. */
  readonly found: number;
}

/** Ranks every answer of a stretch of days among all entities. */
export function rankDays(
  graph: TemporalGraph,
  scorer: Scorer,
  stretch: Stretch,
  seed: number,
): RankedDays {
  const ranks: number[] = [];
  let found = 0;
  const features = new Float64Array(scored * candidateWidth);
  const question = new Float64Array(questionWidth);
  const seen = Array.from({length: scored}, () => seenRelations(graph.relations));
  const scores = new Float64Array(graph.entities);
  walkDays(graph, stretch, seed, (known) => {
    const candidates = new Candidates(known.history);
    const describe = new CandidateFeatures(known);
    return (day) => {
      for (const {subject, relation, answers} of questionsOf(day)) {
        candidates.find(subject, relation, day.day, "everyone");
        const {objects, prior, count} = candidates;
        const best = bestOf(objects, count, prior, scored);
        describe.ask(subject, relation, day.day, question);
        scorer.ask(relation, question);
        for (let i = 0; i < best; i++)
          describe.write(
            candidates,
            objects[i] as number,
            features,
            i * candidateWidth,
            seen[i] as SeenRelations,
          );
        describe.standOut(features, best);
        scores.fill(Number.NEGATIVE_INFINITY);
        for (let i = 0; i < count; i++) {
          const object = objects[i] as number;
          scores[object] =
            i < best
              ? scorer.score(relation, features, i, seen[i] as SeenRelations)
              : bottom + (prior[object] as number);
        }
        const own = answers.map((answer) => scores[answer] as number);
        found += own.filter((score) => score > Number.NEGATIVE_INFINITY).length;
        for (const answer of answers) scores[answer] = Number.NaN;
        for (const score of own) ranks.push(rankAmong(score, scores));
      }
    };
  });
  return {...scoreRanks(ranks), found: found / ranks.length};
}
