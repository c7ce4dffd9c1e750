/** An answer with how sure it was, 0..1, and whether it was right. */
export interface Answer {
  readonly confidence: number;
  readonly right: boolean;
}

/** Answers of like confidence: how sure they were on the mean, and how many were right. */
export interface Bin {
  readonly sure: number;
  readonly right: number;
  readonly count: number;
}

/** Answers by confidence in steps of a tenth; empty steps are left out. */
export function binsOf(answers: readonly Answer[]): Bin[] {
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  return Array.from({length: 10}, (_, i) =>
    answers.filter(({confidence}) => Math.min(9, Math.floor(confidence * 10)) === i),
  )
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      sure: mean(bin.map(({confidence}) => confidence)),
      right: mean(bin.map(({right}) => (right ? 1 : 0))),
      count: bin.length,
    }));
}

/** Expected calibration error: the mean distance between how sure and how often right, over answers. */
export function calibrationError(answers: readonly Answer[]): number {
  return (
    binsOf(answers).reduce((sum, {sure, right, count}) => sum + count * Math.abs(sure - right), 0) /
    answers.length
  );
}

/** The share right among the surest part of the answers. */
export function accuracyAt(coverage: number, answers: readonly Answer[]): number {
  const surest = answers
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, Math.ceil(coverage * answers.length));
  return surest.filter(({right}) => right).length / surest.length;
}
