import {
  axes,
  polePairs,
  type Survival,
  tellValidity,
  type Validity,
  valenceSurvival,
  validity,
  yardsticks,
} from "../measures/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, Reference, Watch, Yardstick} from "../world/index.ts";

/** What our axes between powers go along with over all states, with the words for it. */
export interface ValidityKnown {
  readonly axes: typeof axes;
  readonly yardsticks: typeof yardsticks;
  readonly poles: typeof polePairs;
  readonly found: readonly (Validity & {readonly says: string})[];
  /** Whether valence outlives the dropping of a scale of weights, between each pair of poles. */
  readonly survival: readonly Survival[];
}

/** Holds our axes against what others publish, from what was known on a day; `found` is empty where no counts were. */
export async function validityKnown(
  ledger: Pick<Ledger, "readFacts">,
  reference: Reference,
  published: readonly Yardstick[],
  asOf: Day,
): Promise<ValidityKnown> {
  const book = await ledger.readFacts(allStates(reference), reference, asOf);
  const found = validity(book, published);
  return {
    axes,
    yardsticks,
    poles: polePairs,
    found: found.map((one) => ({...one, says: tellValidity(one)})),
    survival: valenceSurvival(found),
  };
}

/** Every state, towards the powers of the comparison. */
function allStates(reference: Reference): Watch {
  return {
    name: "all states",
    states: reference.states.map(({code}) => code),
    powers: [...new Set(polePairs.flat())],
    optionalPowers: [],
    aggregates: [],
    sectors: [],
  };
}
