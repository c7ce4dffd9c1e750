import type {Ledger} from "../store/index.ts";
import type {Day, Reference, Watch} from "../world/index.ts";
import {collectedReliability} from "./collected-reliability.ts";
import {type Judged, knownMoves} from "./known-moves.ts";

/** What a ledger's moves of a day are read from. */
export interface MovesQuestion {
  readonly ledger: Ledger;
  readonly reference: Reference;
  readonly watch: Watch;
  readonly asOf: Day;
}

/** The moves of a watch and what they were made of, as the ledger knew them on a day, without the rest of an answer. */
export async function movesKnown({ledger, reference, watch, asOf}: MovesQuestion): Promise<Judged> {
  return knownMoves(
    {
      book: await ledger.readFacts(watch, reference, asOf),
      articles: await ledger.articles(asOf),
      events: await ledger.events(asOf),
      judgements: await ledger.judgements(asOf),
      reliabilityOf: collectedReliability(await ledger.captures(asOf)),
    },
    watch,
    reference,
  );
}
