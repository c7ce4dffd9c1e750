import type {SeenRelations} from "./candidate-features.ts";

export function seenRelations(relations: number): SeenRelations {
  return {
    count: 0,
    relation: new Int32Array(relations),
    fresh: new Float64Array(relations),
    lasting: new Float64Array(relations),
  };
}
