import type {Answer, Evidence, Reference} from "../world/index.ts";
import {tellEvidence} from "./tell-evidence.ts";

/** Numbers evidence in the order in which a page meets it; the same evidence keeps its number. */
export interface Notes {
  readonly cite: (evidence: readonly Evidence[]) => number[];
  readonly list: () => readonly {readonly number: number; readonly text: string}[];
}

/** A cell cites at most this many notes on paper; the page has two sides and the ledger has the rest. */
const mostPerCell = 2;

/** What makes two pieces of evidence the same: the place, not the words around it. */
function placeOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case "passage":
      return JSON.stringify([evidence.articleId, evidence.start, evidence.end]);
    case "rows":
      return JSON.stringify([evidence.dataset, evidence.where, evidence.quote]);
    case "searched":
      return JSON.stringify(["searched", evidence.datasets, evidence.where]);
    case "reference":
      return JSON.stringify([evidence.table, evidence.key]);
    case "judgement":
      return JSON.stringify(["judgement", evidence.judgementId]);
  }
}

export function numberNotes(answer: Answer, reference: Reference): Notes {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const citedIn = new Map<string, number>();
  const citationOf = (evidence: Evidence, number: number): string => {
    if (evidence.kind !== "rows") return "";
    const first = citedIn.get(evidence.dataset);
    if (first !== undefined) return `Source: note ${first}.`;
    citedIn.set(evidence.dataset, number);
    return (
      reference.datasets.find(({id}) => id === evidence.dataset)?.citation ??
      `Dataset ${evidence.dataset}.`
    );
  };
  const numberOf = (evidence: Evidence): number => {
    const place = placeOf(evidence);
    const known = numbers.get(place);
    if (known !== undefined) return known;
    const number = texts.length + 1;
    numbers.set(place, number);
    texts.push(tellEvidence(evidence, answer, reference, citationOf(evidence, number)));
    return number;
  };
  return {
    cite: (evidence) => [...new Set(evidence.slice(0, mostPerCell).map(numberOf))],
    list: () => texts.map((text, index) => ({number: index + 1, text})),
  };
}
