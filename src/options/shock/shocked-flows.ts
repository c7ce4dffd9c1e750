import {type FlowTable, InputError, meant, type Shock} from "../../sources/index.ts";

/** The states that a name stands for: itself, or a bloc's members that the matrix holds. */
export type ExpandParty = (party: string) => readonly string[];

/** A cell of the matrix that a shock changes, with the number by which its size is multiplied there. */
export interface ShockedFlow {
  readonly at: number;
  readonly sector: number;
  readonly exporter: number;
  readonly importer: number;
  readonly times: number;
}

/**
 * The cells that a shock speaks of. Named places never mean what a state sells to itself; a column alone speaks of
 * every cell in which it is not 0, a column of tariffs of every row.
 *
 * @throws InputError for a state, bloc or sector that the matrix does not hold.
 */
export function shockedFlows(
  shock: Shock,
  at: string,
  table: FlowTable,
  expand: ExpandParty,
): ShockedFlow[] {
  const n = table.states.length;
  const placed = pairsOf(shock, (names) => statesNamed(names, at, table, expand));
  const column = shock.column === undefined ? null : table.columns.get(shock.column);
  if (column === undefined) throw new Error(`the column ${shock.column} was not read`);
  const found: ShockedFlow[] = [];
  for (const s of sectorsNamed(shock.sectors, at, table)) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (placed !== null && (i === j || !placed(i, j))) continue;
        const k = (s * n + i) * n + j;
        const times = column === null ? 1 : (column[k] as number);
        // A tariff of 0 in a column of new tariffs is a tariff that falls away, not a row that is not spoken of.
        const silent = shock.tariffPercent === undefined ? times === 0 : table.lines[k] === 0;
        if (column !== null && silent && placed === null) continue;
        found.push({at: k, sector: s, exporter: i, importer: j, times});
      }
    }
  }
  if (found.length === 0)
    throw new InputError(
      `${at} changes no flow: it names no two different states, or its column is 0 throughout`,
      "name exporters and importers that the matrix holds",
    );
  return found;
}

/** Whether a pair is meant; null where no places are named. */
function pairsOf(
  {exporters, importers, among, between}: Shock,
  named: (names: string | readonly string[]) => ReadonlySet<number>,
): ((exporter: number, importer: number) => boolean) | null {
  if (among !== undefined) {
    const members = named(among);
    return (i, j) => members.has(i) && members.has(j);
  }
  if (between !== undefined) {
    const [one, other] = [named(between[0]), named(between[1])];
    return (i, j) => (one.has(i) && other.has(j)) || (other.has(i) && one.has(j));
  }
  if (exporters === undefined && importers === undefined) return null;
  const from = exporters === undefined ? null : named(exporters);
  const to = importers === undefined ? null : named(importers);
  return (i, j) => (from === null || from.has(i)) && (to === null || to.has(j));
}

/** Names as a shock gives them: none, one, or a list. */
export const namesOf = (names: string | readonly string[] | undefined): readonly string[] =>
  names === undefined ? [] : typeof names === "string" ? [names] : names;

export function statesNamed(
  names: string | readonly string[],
  at: string,
  {states}: FlowTable,
  expand: ExpandParty,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const name of namesOf(names)) {
    const own = states.indexOf(name);
    const members = own >= 0 ? [own] : expand(name).map((state) => states.indexOf(state));
    const held = members.filter((member) => member >= 0);
    if (held.length === 0) throw unknown(name, at, "state", states);
    for (const member of held) found.add(member);
  }
  return found;
}

export function sectorsNamed(
  names: string | readonly string[] | undefined,
  at: string,
  {sectors, hasSectors}: FlowTable,
): readonly number[] {
  if (names === undefined) return sectors.map((_, s) => s);
  if (!hasSectors)
    throw new InputError(
      `${at} names sectors, but the matrix has none`,
      "bring a matrix with a column `sector` (--matrix), or leave `sectors` out",
    );
  return namesOf(names).map((name) => {
    const s = sectors.indexOf(name);
    if (s < 0) throw unknown(name, at, "sector", sectors);
    return s;
  });
}

function unknown(name: string, at: string, what: string, known: readonly string[]): InputError {
  const near = meant(name, new Map(known.map((one) => [one, one])));
  return new InputError(
    `${at}: the matrix holds no ${what} "${name}"${near}`,
    `it holds ${known.slice(0, 12).join(", ")}${known.length > 12 ? ` and ${known.length - 12} more` : ""}`,
  );
}
