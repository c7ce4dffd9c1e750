import type {
  Day,
  ListedParty,
  RowCondition,
  RowsEvidence,
  SanctionProgramme,
  StateCode,
} from "../world/index.ts";

/** How many parties a list holds under a programme that aims at a state, and since when. */
export interface ProgrammeAimed {
  readonly list: string;
  readonly programme: string;
  readonly target: StateCode;
  readonly basis: string;
  readonly parties: number;
  readonly byKind: Readonly<Record<ListedParty["kind"], number>>;
  /** First and last day on which a party was first seen on the list; null where the list does not say. */
  readonly firstListed: Day | null;
  readonly lastListed: Day | null;
  /** Of the parties, those no longer on the list on its newest day. */
  readonly takenOff: number;
  /** The rows of the list. */
  readonly evidence: readonly RowsEvidence[];
}

/** Tags of one entry: "UKRAINE-EO13661] [RUSSIA-EO14024" is two, and so is "A; B". */
export function programmeTags(written: string): readonly string[] {
  return written
    .split(/[;\][]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}

/**
 * Programmes aimed at these states, the largest first. A party under several programmes counts in each. Programmes that
 * aim at no one state (terrorism, drugs, cyber) are left out, though they list bodies of these states too.
 */
export function programmesAimed(
  parties: readonly ListedParty[],
  programmes: readonly SanctionProgramme[],
  states: readonly StateCode[],
): ProgrammeAimed[] {
  const newest = new Map<string, Day>();
  for (const {list, to} of parties)
    if (to !== null && to > (newest.get(list) ?? "")) newest.set(list, to);
  const tagged = parties.map((party) => ({party, tags: new Set(programmeTags(party.programmes))}));
  return programmes
    .filter(({target}) => states.includes(target))
    .flatMap(({list, programme, target, basis}): ProgrammeAimed[] => {
      const under = tagged.flatMap(({party, tags}) =>
        party.list === list && tags.has(programme) ? [party] : [],
      );
      if (under.length === 0) return [];
      const days = under.flatMap(({from}) => (from === null ? [] : [from])).sort();
      const count = (kind: ListedParty["kind"]) => under.filter((one) => one.kind === kind).length;
      const last = newest.get(list);
      return [
        {
          list,
          programme,
          target,
          basis,
          parties: under.length,
          byKind: {
            person: count("person"),
            entity: count("entity"),
            vessel: count("vessel"),
            aircraft: count("aircraft"),
          },
          firstListed: days[0] ?? null,
          lastListed: days.at(-1) ?? null,
          takenOff: under.filter(({to}) => to !== null && last !== undefined && to < last).length,
          evidence: [evidenceOf(under, {list, programme, target})],
        },
      ];
    })
    .sort((a, b) => b.parties - a.parties || (a.programme < b.programme ? -1 : 1));
}

/** How the datasets of lists name what a row's programmes are; one of many lists also names its own. */
const columns: Readonly<Record<ListedParty["dataset"], string>> = {
  "ofac-sdn": "program",
  "listed-parties": "programmes",
};

/** The rows by their own words: a row of several programmes writes them in one cell. */
function evidenceOf(
  under: readonly ListedParty[],
  {list, programme, target}: Pick<SanctionProgramme, "list" | "programme" | "target">,
): RowsEvidence {
  const dataset = under[0]?.dataset ?? "listed-parties";
  const written = [...new Set(under.map(({programmes}) => programmes))].sort();
  const ofList: readonly RowCondition[] =
    dataset === "listed-parties" ? [{column: "list", in: [list]}] : [];
  const column = columns[dataset];
  return {
    kind: "rows",
    dataset,
    where: [...ofList, {column, in: written}],
    count: under.length,
    quote: `${under.length} listed under ${programme} by ${list}.`,
    reaches: [{party: target, how: "column", by: `${column}: ${programme}`}],
    vintage:
      under
        .flatMap(({from, to}) => to ?? from ?? [])
        .sort()
        .at(-1) ?? "",
  };
}
