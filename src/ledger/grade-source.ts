import type {Article, ClaimKind, CodedEvent, EventType, Grade, Judgement} from "../world/index.ts";
import {noRecord} from "../world/index.ts";
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

/** How reliable an article's source is for a kind of claim, by the catalogue of sources; `null` where it knows none. */
export type ReliabilityOf = (
  article: Article,
  claims: ClaimKind,
) => {readonly letter: Grade["reliability"]; readonly reason: string} | null;

/**
 * The article's grade with its source's reliability: as people graded it, else as the catalogue of sources does, else as
 * reading could tell. The item's credibility is left alone.
 */
export function gradeSource(
  article: Article,
  claims: ClaimKind,
  decisions: Decisions,
  reliabilityOf: ReliabilityOf = () => null,
): Grade {
  const decision = decidedGrade(article, claims, decisions);
  if (decision === undefined || decision.value === null) {
    const known = reliabilityOf(article, claims);
    if (known === null) return article.grade;
    const reasons = article.grade.reasons.filter((reason) => reason !== noRecord);
    return {...article.grade, reliability: known.letter, reasons: [...reasons, known.reason]};
  }
  return {
    ...article.grade,
    reliability: decision.value,
    reasons: [...article.grade.reasons, ...decision.by.map(reasonOf)],
  };
}

function reasonOf({author, recordedOn, reason}: Judgement): string {
  return `source graded by ${author} on ${recordedOn}: ${reason}`;
}
