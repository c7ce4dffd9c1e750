import type {Article, CodedEvent, Recoded, Reference} from "../world/index.ts";
import {gradeSource, type ReliabilityOf} from "./grade-source.ts";
import type {Decisions} from "./settle-judgements.ts";

/**
 * What articles report, as people have judged it: what is rejected is left out, fields stand as recoded, and sources
 * are as reliable as people graded them. Everything after this reads the outcome.
 */
export function judgeReports(
  articles: readonly Article[],
  events: readonly CodedEvent[],
  decisions: Decisions,
  reference: Reference,
  reliabilityOf: ReliabilityOf = () => null,
): {articles: readonly Article[]; events: readonly CodedEvent[]} {
  const graded = (article: Article) => {
    const grade = gradeSource(article, "any", decisions, reliabilityOf);
    return grade === article.grade ? article : {...article, grade};
  };
  const kept = articles.filter(({id}) => !isRejected(id, decisions)).map(graded);
  return {articles: kept, events: judgeEvents(events, decisions, reference)};
}

/** Events as people have judged them and their articles. */
export function judgeEvents(
  events: readonly CodedEvent[],
  decisions: Decisions,
  reference: Reference,
): readonly CodedEvent[] {
  if (decisions.none) return events;
  return events
    .filter(
      ({id, evidence}) => !isRejected(id, decisions) && !isRejected(evidence.articleId, decisions),
    )
    .map((event) =>
      decisions
        .recodes(event.id)
        .flatMap(({value}) => (value === null ? [] : [value]))
        .reduce((one, change) => recode(one, change, reference), event),
    );
}

function isRejected(id: string, decisions: Decisions): boolean {
  return decisions.stands(id)?.value === "reject";
}

/** The event with one field as a person would have it; its quad class follows its type. */
function recode(event: CodedEvent, change: Recoded, reference: Reference): CodedEvent {
  const because = [...event.because, `${change.field} recoded by a person`];
  if (change.field !== "type") return {...event, [change.field]: change.value, because};
  const entry = reference.codebook.find(({type}) => type === change.value);
  return {...event, type: change.value, quad: entry?.quad ?? event.quad, because};
}
