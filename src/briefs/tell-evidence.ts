import type {Answer, Evidence, Reference, RowCondition} from "../world/index.ts";
import {clipLine} from "../world/index.ts";

/** "recipient = IDN; year 2001 to 2005". */
export function tellConditions(where: readonly RowCondition[]): string {
  return where
    .map((one) => {
      if ("in" in one) return `${one.column} = ${one.in.join(", ")}`;
      if (one.from === one.to) return `${one.column} = ${one.from ?? "any"}`;
      const from = one.from === undefined ? "" : ` from ${one.from}`;
      const to = one.to === undefined ? "" : ` to ${one.to}`;
      return `${one.column}${from}${to}`;
    })
    .join("; ");
}

/** Title of the article that a passage is from; its id where the answer has no title for it. */
export function articleTitle(answer: Answer, articleId: string): string {
  return (
    answer.verdicts.find((one) => one.articleId === articleId)?.title ?? `article ${articleId}`
  );
}

/** Where a piece of evidence lies, in a few words: for the end of a terminal line or a CSV field. */
export function evidencePlace(evidence: Evidence, answer: Answer): string {
  switch (evidence.kind) {
    case "passage": {
      const title = clipLine(articleTitle(answer, evidence.articleId), 40);
      return `“${title}” ${evidence.start}-${evidence.end}${evidence.specimen ? ", specimen" : ""}`;
    }
    case "rows":
      return `${evidence.dataset}, ${evidence.count} ${evidence.count === 1 ? "row" : "rows"}, to ${evidence.vintage}`;
    case "searched":
      return `searched ${evidence.datasets.join(", ")}`;
    case "reference":
      return `reference ${evidence.table}: ${evidence.key}`;
    case "judgement":
      return `judged by ${evidence.author}, ${evidence.recordedOn}`;
  }
}

/** A footnote's own words; `citation` says how the dataset wants to be cited, or points to the note that does. */
export function tellEvidence(
  evidence: Evidence,
  answer: Answer,
  reference: Reference,
  citation: string,
): string {
  switch (evidence.kind) {
    case "passage": {
      const {articleId, start, end, quote, specimen, reaches} = evidence;
      const links = [...new Set(reaches.filter(({how}) => how !== "named").map(({by}) => by))];
      const linked = links.length === 0 ? "" : ` Reached by ${links.join("; ")}.`;
      const mark = specimen ? "Specimen: " : "";
      return `${mark}“${clipLine(quote, 110)}” ${articleTitle(answer, articleId)}, characters ${start}-${end}.${linked}`;
    }
    case "rows": {
      const title =
        reference.datasets.find(({id}) => id === evidence.dataset)?.title ?? evidence.dataset;
      const rows = `${evidence.count} ${evidence.count === 1 ? "row" : "rows"}`;
      const where =
        evidence.where.length === 0
          ? ""
          : `, where ${clipLine(tellConditions(evidence.where), 90)}`;
      return `${clipLine(evidence.quote, 60)} ${title}: ${rows}${where}; newest ${evidence.vintage}. ${citation}`;
    }
    case "searched": {
      const where =
        evidence.where.length === 0 ? "" : ` where ${clipLine(tellConditions(evidence.where), 90)}`;
      return `Searched ${evidence.datasets.join(", ")}${where}, and found nothing.`;
    }
    case "reference":
      return `${clipLine(evidence.quote, 60)} Reference table ${evidence.table}, entry ${evidence.key}. Source: ${evidence.source}`;
    case "judgement":
      return `Judgement ${evidence.judgementId}: ${clipLine(evidence.quote, 110)}`;
  }
}
