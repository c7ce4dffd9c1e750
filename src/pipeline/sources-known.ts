import {type Silence, type SourceHealth, sourceHealth, sourcesGoneQuiet} from "../sources/index.ts";
import type {CollectJournal, Ledger} from "../store/index.ts";
import {type Day, type Gap, gap, type Reference, type Source} from "../world/index.ts";
import type {CopiesKnown} from "./copies-known.ts";
import {countCopies} from "./count-copies.ts";

/** A source, and whether it stands in the user's own file. */
export interface ListedSource {
  readonly source: Source;
  readonly isOwn: boolean;
}

/** A source, how it does and what the ledger has of it. */
export interface SourceKnown extends ListedSource {
  /** How it answers this machine. It is no evidence and kept of today alone: a gap on any other day. */
  readonly health: Omit<SourceHealth, "source" | "silence" | "copyShare"> | Gap;
  readonly silence: Silence | null;
  /** Articles of it that the ledger knew on the day, without those that people rejected. */
  readonly articles: number;
  /** Those of them that were made from another source's. */
  readonly copies: number;
  /** `copies` of `articles`, 0 to 1; null where it has none. */
  readonly copyShare: number | null;
}

/**
 * Every listed source in the order given, as known on a day.
 * @param journal what asking them told; null on a past day, which it says nothing of.
 */
export async function sourcesKnown(
  ledger: Pick<Ledger, "articles" | "captures" | "judgements">,
  reference: Reference,
  listed: readonly ListedSource[],
  journal: Pick<CollectJournal, "source" | "pending"> | null,
  copies: CopiesKnown,
): Promise<SourceKnown[]> {
  const {asOf} = copies;
  const counts = await countCopies(ledger, reference, copies);
  const quiet = new Map(
    sourcesGoneQuiet(await ledger.captures(asOf), await ledger.articles(asOf)).map((one) => [
      one.source,
      one.silence,
    ]),
  );
  return listed.map(({source, isOwn}): SourceKnown => {
    const of = counts.get(source.id) ?? {articles: 0, copies: 0};
    const copyShare = of.articles === 0 ? null : of.copies / of.articles;
    const silentInLedger = quiet.get(source.id) ?? null;
    if (journal === null)
      return {
        source,
        isOwn,
        health: unknownOn(asOf),
        silence: silentInLedger,
        ...of,
        copyShare,
      };
    const {
      source: _same,
      silence,
      copyShare: _share,
      ...health
    } = sourceHealth(source, journal.source(source.id), {
      waiting: journal.pending(source.id).length,
      copyShare,
    });
    return {source, isOwn, health, silence: silence ?? silentInLedger, ...of, copyShare};
  });
}

function unknownOn(asOf: Day): Gap {
  return gap(
    "how it answered",
    `what asking a source tells is kept of today alone, not of ${asOf}`,
    "the same question as of today",
  );
}
