import type {Article, ClaimKind, CodedEvent, EventType, Grade, Judgement} from "../world/index.ts";
import {sourceNames} from "./article-source.ts";
import type {Decision, Decisions} from "./settle-judgements.ts";

/** PLOVER types by which a side says where it stands or what it wants; the others are things done. */
const positionTypes: ReadonlySet<EventType> = new Set([
  "SUPPORT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
]);

/** What kind of claim a coded event is: what is only said, planned or denied is a position. */
export function claimKindOf({type, mode}: CodedEvent): ClaimKind {
  return mode !== "done" || positionTypes.has(type) ? "position" : "fact";
}

/** People's grade of an article's source for a kind of claim, else for any; by outlet before host. */
export function decidedGrade(
  article: Article,
  claims: ClaimKind,
  decisions: Decisions,
): Decision<Grade["reliability"]> | undefined {
  for (const kind of claims === "any" ? ["any" as const] : [claims, "any" as const])
    for (const name of sourceNames(article)) {
      const decision = decisions.grade(name, kind);
      if (decision !== undefined && decision.value !== null) return decision;
    }
  return undefined;
}

/** The article's grade with the reliability that people gave to its source, which leaves the item's credibility alone. */
export function gradeSource(article: Article, claims: ClaimKind, decisions: Decisions): Grade {
  const decision = decidedGrade(article, claims, decisions);
  if (decision === undefined || decision.value === null) return article.grade;
  return {
    ...article.grade,
    reliability: decision.value,
    reasons: [...article.grade.reasons, ...decision.by.map(reasonOf)],
  };
}

function reasonOf({author, recordedOn, reason}: Judgement): string {
  return `source graded by ${author} on ${recordedOn}: ${reason}`;
}
