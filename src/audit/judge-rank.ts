import type {PartyId} from "../world/index.ts";
import type {Finding} from "./claim.ts";
import type {Placed} from "./owner-and-rival.ts";

export interface Standing {
  readonly party: PartyId;
  readonly value: number;
}

/**
 * Holds a claimed place against values in their order, the largest first. Two values no more than `tied` apart may stand
 * either way round. `complete` says whether every party that could stand there is listed; who is missing from a list of
 * the largest stands below its last.
 */
export function judgeRank(
  standings: readonly Standing[],
  {holder, below, passed}: Pick<Placed, "holder" | "below" | "passed">,
  place: number,
  tied: number,
  complete: boolean,
): Finding["verdict"] {
  const own = standings.find(({party}) => party === holder);
  if (own === undefined)
    return complete || standings.length >= place ? "contradicted" : "not tested";
  const rest = standings.filter(({party}) => party !== holder);
  const surelyAbove = rest.filter(({value}) => value > own.value + tied).length;
  const maybeAbove = rest.filter(({value}) => value >= own.value - tied).length;
  if (surelyAbove >= place || maybeAbove < place - 1) return "contradicted";
  if (surelyAbove !== place - 1 || maybeAbove !== place - 1) return "not tested";
  const rivals = below.map((party) => standings.find((one) => one.party === party));
  if (rivals.some((one) => one !== undefined && one.value > own.value + tied))
    return "contradicted";
  if (rivals.some((one) => one !== undefined && one.value >= own.value - tied)) return "not tested";
  // That it was otherwise before is a second claim, which the order of one period does not show.
  return passed ? "not tested" : "supported";
}
