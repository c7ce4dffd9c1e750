import {indexNames, matchThreshold, type NameSchema, nameMatcher} from "../measures/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, ListedParty, NameWords} from "../world/index.ts";

/** One listed party that a name may be of. */
export interface Screened {
  readonly party: ListedParty;
  /** The name, or alias, of the party that is nearest. */
  readonly name: string;
  /** 0..1 */
  readonly score: number;
  readonly because: readonly string[];
}

export interface Screening {
  readonly asOf: Day;
  readonly name: string;
  /** Scores from here on are given. */
  readonly threshold: number;
  /** How many parties were looked at, by list: a list that is not here was not looked at. */
  readonly lists: Readonly<Record<string, number>>;
  /** Names that are alike, the likest first; of one party only its nearest. */
  readonly found: readonly Screened[];
}

/**
 * Finds out who on the lists may bear a name. Without a schema it is read as a person's, an organisation's and a vessel's.
 */
export type Screener = (name: string, schema: NameSchema | null, threshold?: number) => Screening;

/** Reads the lists of a day once, so that many names can be asked. */
export async function nameScreener(
  ledger: Pick<Ledger, "listedParties">,
  words: NameWords,
  asOf: Day,
): Promise<Screener> {
  const parties = await ledger.listedParties(asOf);
  const entries = parties.flatMap((of) =>
    [of.name, ...of.aliases].map((name) => ({name, schema: schemas[of.kind], of})),
  );
  const index = indexNames<ListedParty>(entries, nameMatcher(words));
  const lists: Record<string, number> = {};
  for (const {list} of parties) lists[list] = (lists[list] ?? 0) + 1;

  return (name, schema, threshold = matchThreshold) => {
    const hits = index.find(name, schema, threshold);
    const nearest = new Map<string, Screened>();
    for (const {entry, score, because} of hits) {
      const key = `${entry.of.list} ${entry.of.listId}`;
      if (!nearest.has(key)) nearest.set(key, {party: entry.of, name: entry.name, score, because});
    }
    return {asOf, name, threshold, lists, found: [...nearest.values()]};
  };
}

const schemas: Readonly<Record<ListedParty["kind"], NameSchema>> = {
  person: "person",
  entity: "organisation",
  vessel: "vessel",
  aircraft: "vessel",
};
