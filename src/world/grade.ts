import type {Method} from "./measured.ts";

export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;

/** Admiralty grade: reliability is the source's (A-F), credibility the item's (1-6); F and 6 mean "cannot be judged". */
export interface Grade {
  readonly reliability: (typeof reliabilities)[number];
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
  readonly reasons: readonly string[];
  /** The recipe by which the credibility was judged beside other items, and its working; absent where nothing was compared. */
  readonly recipe?: Method;
  readonly parts?: readonly GradePart[];
}

/** One part of a recipe: what it did to the credibility, and why. */
export interface GradePart {
  readonly name: string;
  /** "sets 2", "one step worse", "no better than 4", "none". */
  readonly effect: string;
  readonly because: string;
}

/** Reason of an F: nobody graded the source. */
export const noRecord = "no record of its source";
/** Reason of a grade for which an item was held against no other. */
export const uncompared = "nothing to compare it with yet";

export function gradeLabel(grade: Grade): string {
  return `${grade.reliability}${grade.credibility}`;
}
