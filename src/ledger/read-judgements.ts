import type {Article, CodedEvent, Judgement, JudgementRead, Move} from "../world/index.ts";
import {sourceNames} from "./article-source.ts";
import {moveId} from "./move-id.ts";
import {type Decisions, plainName} from "./settle-judgements.ts";

/** What became of each judgement among the articles, events and moves of datasets that were known on the day. */
export function readJudgements(
  judgements: readonly Judgement[],
  decisions: Decisions,
  known: {
    readonly articles: readonly Article[];
    readonly events: readonly CodedEvent[];
    readonly moves: readonly Move[];
  },
): JudgementRead[] {
  if (judgements.length === 0) return [];
  const ids = new Set([
    ...known.articles.map(({id}) => id),
    ...known.events.flatMap(({id, evidence}) => [id, moveId("article", evidence.articleId, id)]),
    ...known.moves.map(({id}) => id),
  ]);
  const sources = new Set(known.articles.flatMap(sourceNames).map(plainName));
  return effectsOf(judgements, decisions, (judgement) =>
    judgement.kind === "source-grade"
      ? sources.has(plainName(judgement.source))
      : judgement.about.some((id) => ids.has(id)),
  );
}

/** What became of each judgement, where it is known which of them speak of something. */
export function effectsOf(
  judgements: readonly Judgement[],
  decisions: Decisions,
  speaks: (judgement: Judgement) => boolean,
): JudgementRead[] {
  return judgements.map((judgement) => {
    const {id} = judgement;
    const effect = !decisions.standing.has(id)
      ? "superseded"
      : !decisions.winning.has(id)
        ? "outvoted"
        : speaks(judgement)
          ? "applied"
          : "unknown";
    return {judgement, effect};
  });
}
