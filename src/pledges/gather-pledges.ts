import type {Reference} from "../world/index.ts";
import {type Gathered, type PledgesTold, pledgeSettler} from "./pledge-settler.ts";

/**
 * Every commitment that is known on a day, of all states, and how it stands: from datasets, from the tables of reference,
 * from the tracks entered by hand, and from reports of a watch. What several of them tell of one commitment becomes its steps.
 * @throws Error for a kind without a rule: a bug of ours.
 */
export function gatherPledges(
  told: Pick<PledgesTold, "commitments"> & Partial<PledgesTold>,
  reference: Reference,
): Gathered {
  return pledgeSettler(reference)({moves: [], judgements: [], ...told});
}
