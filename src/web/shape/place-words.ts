import type {Evidence, RowCondition} from "../../api/index.ts";
import {counted} from "./number-words.ts";

/** Where a piece of evidence lies, in a few words, for the mark under a cell. */
export function placeWords(evidence: Evidence): string {
  switch (evidence.kind) {
    case "passage":
      return `${evidence.specimen ? "specimen" : "article"}, characters ${evidence.start}–${evidence.end}`;
    case "rows":
      return `${evidence.dataset}, ${counted(evidence.count, "row")}, ${evidence.vintage}`;
    case "searched":
      return `searched ${evidence.datasets.join(", ")}`;
    case "reference":
      return `reference ${evidence.table}, ${evidence.key}`;
    case "judgement":
      return `judged by ${evidence.author}, ${evidence.recordedOn}`;
  }
}

/** "recipient is IDN; year 2001 to 2005". */
export function conditionWords(where: readonly RowCondition[]): string {
  return where
    .map((one) => {
      if ("in" in one) return `${one.column} is ${one.in.join(" or ")}`;
      const {column, from, to} = one;
      if (from !== undefined && from === to) return `${column} is ${from}`;
      if (from === undefined) return `${column} up to ${to}`;
      return to === undefined ? `${column} from ${from}` : `${column} ${from} to ${to}`;
    })
    .join("; ");
}

/** How a recorded link reaches its party, as a reader would say it. */
export const reachWords = {
  named: "named",
  heading: "by the heading above it",
  column: "by its column or row heading",
  coreference: "by a word that stands for it",
  "member-of": "as a member",
  dataset: "by what the dataset covers",
} as const;
