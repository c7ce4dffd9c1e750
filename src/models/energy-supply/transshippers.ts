import {type EnergyFlow, type Reference, stateOf} from "../../world/index.ts";
import {transshipsFrom} from "./parameters.ts";

/** A seller that buys much of the same fuel: what it sells may be another's. */
export interface Transshipper {
  readonly seller: string;
  /** What it bought over what it sold of the fuel, both in the unit of the matrix. */
  readonly boughtOverSold: number;
}

/**
 * States among the sellers of a fuel that may pass on what they buy. The matrix names the last port, not the field: a
 * tonne from such a seller may be of any origin, one that is under sanctions among them. Areas trade within themselves and
 * are left out.
 */
export function transshippers(
  sellers: Iterable<string>,
  fuel: EnergyFlow["fuel"],
  flows: readonly EnergyFlow[],
  reference: Reference,
): Transshipper[] {
  const ofFuel = flows.filter((flow) => flow.fuel === fuel);
  const amount = (side: "exporter" | "importer", party: string) =>
    ofFuel.reduce((sum, flow) => sum + (flow[side] === party ? flow.value : 0), 0);
  return [...sellers]
    .filter((seller) => stateOf(reference, seller) !== undefined)
    .map((seller) => ({
      seller,
      boughtOverSold: amount("importer", seller) / amount("exporter", seller),
    }))
    .filter(({boughtOverSold}) => boughtOverSold >= transshipsFrom)
    .sort((a, b) => b.boughtOverSold - a.boughtOverSold);
}
