import {
  axes,
  type ClaimOnFigures,
  foundingClaims,
  polePairs,
  type RankStability,
  rankStability,
  type Survival,
  tellValidity,
  type Validity,
  valenceSurvival,
  validity,
  yardsticks,
} from "../measures/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, Reference, Series, Watch, Yardstick} from "../world/index.ts";

/** What our axes between powers go along with over all states, with the words for it. */
export interface ValidityKnown {
  readonly axes: typeof axes;
  readonly yardsticks: typeof yardsticks;
  readonly poles: typeof polePairs;
  readonly found: readonly (Validity & {readonly says: string})[];
  /** Whether valence outlives the dropping of a scale of weights, between each pair of poles. */
  readonly survival: readonly Survival[];
  /** Whether the ranks of the watch's powers hold under all weights when one of their sources is missing. */
  readonly stability: readonly RankStability[];
  /** What the figures of the watch say of the founding text's claims. */
  readonly claims: readonly ClaimOnFigures[];
}

export interface ValidityQuestion {
  readonly ledger: Pick<Ledger, "readFacts">;
  readonly reference: Reference;
  readonly watch: Watch;
  readonly asOf: Day;
  readonly yardsticks: readonly Yardstick[];
  /** The watch's, as known on that day. */
  readonly series: readonly Series[];
}

/**
 * Holds our axes against what others publish, and the watch's figures against missing sources and a text's claims, from what
 * was known on a day; `found` is empty where no counts were.
 */
export async function validityKnown({
  ledger,
  reference,
  watch,
  asOf,
  yardsticks: published,
  series,
}: ValidityQuestion): Promise<ValidityKnown> {
  const book = await ledger.readFacts(allStates(reference), reference, asOf);
  const found = validity(book, published);
  return {
    axes,
    yardsticks,
    poles: polePairs,
    found: found.map((one) => ({...one, says: tellValidity(one)})),
    survival: valenceSurvival(found),
    stability: rankStability(series, watch.states, watch.powers),
    claims: foundingClaims(series, {states: watch.states, reference, asOf}),
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
