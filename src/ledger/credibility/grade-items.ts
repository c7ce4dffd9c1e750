import type {Article, CodedEvent, Grade, Move} from "../../world/index.ts";
import {judgeItem, withWorking} from "./judge-credibility.ts";
import {witnessOf} from "./witness.ts";

/** What a move's credibility says of a text that denies it. */
const denied: Partial<Record<Grade["credibility"], Grade["credibility"]>> = {3: 5, 5: 3};

/** Articles graded beside one another: each by the moves in which what it tells stands. A specimen keeps its grade. */
export function gradeItems(
  articles: readonly Article[],
  events: readonly CodedEvent[],
  moves: readonly Move[],
): Article[] {
  const moveOf = new Map(
    moves.flatMap((move) => (move.reports ?? []).map(({eventId}) => [eventId, move] as const)),
  );
  const toldBy = new Map<string, Grade["credibility"][]>();
  for (const {id, mode, evidence} of events) {
    const move = moveOf.get(id);
    if (move === undefined) continue;
    const {credibility} = move.grade;
    const against = mode === "denied" && move.mode !== "denied";
    const told = toldBy.get(evidence.articleId) ?? [];
    told.push(against ? (denied[credibility] ?? credibility) : credibility);
    toldBy.set(evidence.articleId, told);
  }
  return articles.map((article) =>
    article.specimen
      ? article
      : {
          ...article,
          grade: withWorking(
            article.grade,
            judgeItem(witnessOf(article, null), toldBy.get(article.id) ?? []),
          ),
        },
  );
}
