import type {Reach, StateCode} from "../world/index.ts";
import type {Scene} from "./scene.ts";

/** How rows that hold some of the partner's states in a column come to speak of the partner. */
export function partnerReach(scene: Scene, column: string, states: readonly StateCode[]): Reach {
  const {partner, book} = scene;
  const met = [...new Set(states)].sort();
  return met.includes(partner)
    ? {party: partner, how: "column", by: `${column}: ${partner}`}
    : {
        party: partner,
        how: "member-of",
        by: `${column}: ${met.join(", ")}, members on ${book.asOf}`,
      };
}

export function stateReach({state}: Scene, column: string): Reach {
  return {party: state, how: "column", by: `${column}: ${state}`};
}
