/** What a state chose on a vote. */
export const choices = {yes: 1, abstain: 2, no: 3} as const;

/** Choices of states on votes, one row each, as columns of one length. */
export interface VoteRows {
  /** ISO 3166-1 alpha-3 where there is one; `state` below numbers into it. */
  readonly states: readonly string[];
  readonly state: ArrayLike<number>;
  /** Regular session of the Assembly, from 1. */
  readonly session: ArrayLike<number>;
  /** Number of the vote; the same on another row is the same vote. */
  readonly vote: ArrayLike<number>;
  /** 1 yes, 2 abstain, 3 no. Who did not vote has no row. */
  readonly choice: ArrayLike<number>;
}

/**
 * Whether a row is one of those that the published points rest on: not the nineteenth session, which held one vote; not
 * Zanzibar, which cast two; not South Africa's one vote of the forty-eighth; and no vote on a paragraph or an amendment
 * after 1989 (Bailey, Strezhnev & Voeten 2017, UN_DataProcessing.R).
 */
export function isRowOfPoints(row: {
  readonly state: string;
  readonly session: number;
  readonly year: number;
  /** On a paragraph or an amendment, not on the whole text. */
  readonly onPart: boolean;
}): boolean {
  return (
    row.session !== 19 &&
    row.state !== "EAZ" &&
    !(row.state === "ZAF" && row.session === 48) &&
    !(row.onPart && row.year > 1989)
  );
}
