import {evidencePlace} from "../../briefs/index.ts";
import type {Answer, Cell, Evidence, Gap} from "../../world/index.ts";
import {gradeLabel} from "../../world/index.ts";
import {type Column, column} from "../flat-table.ts";
import {figureColumns} from "./figure-columns.ts";

/** Where each piece of evidence lies, in words; the JSON Lines have it in full. */
export function places(answer: Answer, evidence: readonly Evidence[]): string {
  return evidence.map((one) => evidencePlace(one, answer)).join("; ");
}

export function gapWords(gap: Gap | null): string | null {
  return gap === null ? null : `${gap.what}: ${gap.why}`;
}

/** What a cell of a table says and what carries it. */
export function cellColumns<Line>(
  answer: Answer,
  cellOf: (line: Line) => Cell,
): readonly Column<Line>[] {
  return [
    column("text", "text", "What the cell says", (line) => cellOf(line).text),
    ...figureColumns<Line>((line) => cellOf(line).figure),
    column("gap", "text", "What is missing, and why", (line) => gapWords(cellOf(line).gap)),
    column("grade", "text", "Admiralty grade: reliability A-F, credibility 1-6", (line) => {
      const {grade} = cellOf(line);
      return grade === null ? null : gradeLabel(grade);
    }),
    column("evidence", "text", "Where the evidence lies", (line) =>
      places(answer, cellOf(line).evidence),
    ),
  ];
}
