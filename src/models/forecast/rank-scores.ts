/** Ranks of right answers, summed up: shares of 1. */
export interface RankScores {
  /** Mean of 1 / rank. */
  readonly mrr: number;
  readonly hits1: number;
  readonly hits3: number;
  readonly hits10: number;
  readonly questions: number;
}

/**
 * Place of an answer among those that are ranked with it, from 1: the middle of all with the same score (mean rank:
 * Sun, Vashishth, Sanyal, Talukdar & Yang 2020, "A re-evaluation of knowledge graph completion methods"). With all
 * scores alike, an answer among 7 others has rank 4.5.
 */
export function meanRank(higher: number, same: number): number {
  return 1 + higher + same / 2;
}

/** Rank of an answer's score among scores (NaN stands for none), and among `tied` more that have the same. */
export function rankAmong(score: number, scores: Float64Array, tied = 0): number {
  let higher = 0;
  let same = tied;
  for (let i = 0; i < scores.length; i++) {
    const other = scores[i] as number;
    if (other > score) higher++;
    else if (other === score) same++;
  }
  return meanRank(higher, same);
}

export function scoreRanks(ranks: ArrayLike<number>): RankScores {
  const n = ranks.length;
  let reciprocal = 0;
  const within = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const rank = ranks[i] as number;
    reciprocal += 1 / rank;
    [1, 3, 10].forEach((limit, k) => {
      if (rank <= limit) within[k] = (within[k] ?? 0) + 1;
    });
  }
  const [one = 0, three = 0, ten = 0] = within;
  return {mrr: reciprocal / n, hits1: one / n, hits3: three / n, hits10: ten / n, questions: n};
}
