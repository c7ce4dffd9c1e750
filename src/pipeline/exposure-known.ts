import {
  type Exposure,
  exposureMeasures,
  exposureOf,
  measure,
  type ProgrammeAimed,
  programmesAimed,
} from "../measures/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, NameWords, Reference, SanctionProgramme, Watch} from "../world/index.ts";
import {type NamedInMove, namedInMoves} from "./named-in-moves.ts";

/** Through what the states of a watch may be hit by measures of, or against, its powers. */
export interface ExposureKnown {
  /** Who is listed, by the programme and the state at which it aims. */
  readonly programmes: readonly ProgrammeAimed[];
  /** What ties each state to each partner, channel by channel. */
  readonly ties: readonly Exposure[];
  /** Names in the watch's moves that a listed party may bear. */
  readonly named: readonly NamedInMove[];
}

/** Works out a watch's exposure as it was known on a day. */
export async function exposureKnown(question: {
  readonly ledger: Ledger;
  readonly reference: Reference;
  readonly watch: Watch;
  readonly asOf: Day;
  readonly words: NameWords;
  readonly programmes: readonly SanctionProgramme[];
}): Promise<ExposureKnown> {
  const {ledger, reference, watch, asOf, programmes} = question;
  const book = await ledger.readFacts(watch, reference, asOf);
  const parties = [...watch.states, ...watch.powers, ...watch.optionalPowers];
  return {
    programmes: programmesAimed(await ledger.listedParties(asOf), programmes, parties),
    ties: exposureOf(measure(book, watch, reference, exposureMeasures)),
    named: await namedInMoves({...question, book}),
  };
}

/** What of an exposure is one state's own; the programmes are nobody's own, and stay. */
export function exposureOfState(known: ExposureKnown, state: string | null): ExposureKnown {
  if (state === null) return known;
  return {
    ...known,
    ties: known.ties.filter((tie) => tie.state === state),
    named: known.named.filter(({states}) => states.includes(state)),
  };
}
