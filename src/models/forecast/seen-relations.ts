/** Relations seen on a candidate's pair, each with its weight fading within 3 and within 30 days. */
export interface SeenRelations {
  count: number;
  readonly relation: Int32Array;
  readonly fresh: Float64Array;
  readonly lasting: Float64Array;
}

/** Room for as many as a pair can have. */
export function seenRelations(relations: number): SeenRelations {
  return {
    count: 0,
    relation: new Int32Array(relations),
    fresh: new Float64Array(relations),
    lasting: new Float64Array(relations),
  };
}
