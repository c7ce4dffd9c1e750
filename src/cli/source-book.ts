import type {SourceBook} from "../api/index.ts";
import {readCollectJournal} from "../store/index.ts";
import type {Reference} from "../world/index.ts";
import {addOwnSource} from "./add-own-source.ts";
import {type CommonOptions, realEffects} from "./house.ts";
import {readSources} from "./read-sources.ts";

/** The sources of this machine for a server: read anew each time, since other commands write them too. */
export function sourceBook(
  {ledger, sources, asOf}: {readonly sources?: string} & Pick<CommonOptions, "ledger" | "asOf">,
  reference: Reference,
): SourceBook {
  return {
    list: () => readSources(sources, reference),
    add: (source) => void addOwnSource(sources, source),
    journal: () => (asOf === undefined ? readCollectJournal(ledger) : null),
    lookup: realEffects().lookup,
  };
}
