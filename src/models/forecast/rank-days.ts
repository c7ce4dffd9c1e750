import {bestOf} from "./best-of.ts";
import {CandidateFeatures, candidateWidth, questionWidth} from "./candidate-features.ts";
import {Candidates} from "./candidates.ts";
import {questionsOf} from "./day-questions.ts";
import {meanRank, type RankScores, scoreRanks} from "./rank-scores.ts";
import type {Scorer} from "./scorer.ts";
import {seenRelations} from "./seen-relations.ts";
import type {Stretch} from "./stretch.ts";
import type {TemporalGraph} from "./temporal-graph.ts";
import {walkDays} from "./walk-days.ts";

/** Candidates that are scored; all others share the places below them. */
const scored = 500;

export interface RankedDays extends RankScores {
  /** Share of the answers that were among the candidates. */
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
  const features = new Float64Array(candidateWidth);
  const question = new Float64Array(questionWidth);
  const seen = seenRelations(graph.relations);
  const scores = new Float64Array(graph.entities);
  walkDays(graph, stretch, seed, (known) => {
    const candidates = new Candidates(known.history);
    const describe = new CandidateFeatures(known);
    return (day) => {
      for (const {subject, relation, answers} of questionsOf(day)) {
        candidates.find(subject, relation, day.day);
        const {objects, prior, count} = candidates;
        const n = bestOf(objects, count, prior, scored);
        describe.ask(subject, relation, day.day, question);
        scorer.ask(relation, question);
        for (let i = 0; i < n; i++) {
          const object = objects[i] as number;
          describe.write(candidates, object, features, 0, seen);
          scores[object] = scorer.score(relation, features, 0, seen);
        }
        const right = new Set(answers);
        const place = new Set(objects.subarray(0, n));
        let others = 0;
        for (let i = 0; i < n; i++) if (!right.has(objects[i] as number)) others++;
        for (const answer of answers) {
          if (!place.has(answer)) {
            ranks.push(meanRank(others, graph.entities - others - answers.length));
            continue;
          }
          found++;
          let higher = 0;
          let same = 0;
          for (let i = 0; i < n; i++) {
            const object = objects[i] as number;
            if (right.has(object)) continue;
            const score = scores[object] as number;
            if (score > (scores[answer] as number)) higher++;
            else if (score === scores[answer]) same++;
          }
          ranks.push(meanRank(higher, same));
        }
      }
    };
  });
  return {...scoreRanks(ranks), found: found / ranks.length};
}
