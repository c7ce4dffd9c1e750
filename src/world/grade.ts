/** Admiralty grade: reliability is the source's (A-F), credibility the item's (1-6); F and 6 mean "cannot be judged". */
export interface Grade {
  readonly reliability: "A" | "B" | "C" | "D" | "E" | "F";
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
  readonly reasons: readonly string[];
}

export function gradeLabel(grade: Grade): string {
  return `${grade.reliability}${grade.credibility}`;
}
