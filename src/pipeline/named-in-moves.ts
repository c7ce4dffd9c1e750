import {bodyNames} from "../measures/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, FactBook, NameWords, PartyId, Reference, Watch} from "../world/index.ts";
import {knownMoves} from "./known-moves.ts";
import {nameScreener, type Screened} from "./screen-names.ts";

/** A name in a move's evidence that a party on a sanctions list may bear. */
export interface NamedInMove extends Screened {
  readonly moveId: string;
  readonly states: readonly PartyId[];
  /** As the passage has it; `Screened` says what it is near to. */
  readonly asWritten: string;
}

interface Asked {
  readonly ledger: Ledger;
  readonly reference: Reference;
  readonly watch: Watch;
  readonly asOf: Day;
  readonly book: FactBook;
  readonly words: NameWords;
}

/** Bodies, persons and vessels named in the passages of the watch's moves that may be listed, the likest first. */
export async function namedInMoves({
  ledger,
  reference,
  watch,
  asOf,
  book,
  words,
}: Asked): Promise<NamedInMove[]> {
  const {moves} = knownMoves(
    {
      book,
      articles: await ledger.articles(asOf),
      events: await ledger.events(asOf),
      judgements: await ledger.judgements(asOf),
    },
    watch,
    reference,
  );
  const ask = await nameScreener(ledger, words, asOf);
  const found = new Map<string, readonly Screened[]>();
  const named: NamedInMove[] = [];
  for (const {id, from, sources, targets, evidence} of moves) {
    if (from !== "article") continue;
    for (const asWritten of new Set(evidence.flatMap(({quote}) => bodyNames(quote)))) {
      const hits = found.get(asWritten) ?? ask(asWritten, null).found;
      found.set(asWritten, hits);
      for (const hit of hits)
        named.push({...hit, moveId: id, states: [...sources, ...targets], asWritten});
    }
  }
  return named.sort((a, b) => b.score - a.score || (a.moveId < b.moveId ? -1 : 1));
}
