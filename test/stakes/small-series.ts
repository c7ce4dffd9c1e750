import {findStakes, type StakesInput} from "../../src/stakes/index.ts";
import {
  type Cell,
  day,
  type Gap,
  gap,
  type Measured,
  type PartyId,
  type Reference,
  type Sector,
  type Series,
  type Stake,
  type Watch,
} from "../../src/world/index.ts";
import {smallBook} from "../ledger/small-book.ts";
import {foundingWatch, smallReference} from "../store/small-reference.ts";

/** States under names that read well, and words for all sectors. */
export const reference: Reference = {
  ...smallReference([]),
  states: smallReference([]).states.map((state) => {
    const names: Readonly<Record<string, [name: string, demonym: string, capital: string]>> = {
      IDN: ["Indonesia", "Indonesian", "Jakarta"],
      MYS: ["Malaysia", "Malaysian", "Kuala Lumpur"],
      RUS: ["Russia", "Russian", "Moscow"],
      USA: ["United States", "American", "Washington"],
    };
    const known = names[state.code];
    return known === undefined
      ? state
      : {...state, name: known[0], demonyms: [known[1]], capital: known[2]};
  }),
  sectors: (["energy", "defence", "trade", "agriculture", "technology", "diplomacy"] as const).map(
    (id) => ({
      id,
      name: id,
      sitcSections: [],
      hsChapters: [],
      words: id === "defence" ? [id, "defense", "arms"] : [id],
      source: "test",
    }),
  ),
};

/** A figure that evidence carries for the parties given. */
export function figure(
  value: number,
  vintage: string,
  reached: readonly PartyId[],
  over: Partial<Measured> = {},
): Measured {
  return {
    kind: "measured",
    value,
    unit: "share",
    interval: null,
    intervalNote: "complete count",
    method: {id: "test", version: 1},
    coverage: "all",
    vintage,
    evidence: [
      {
        kind: "rows",
        dataset: "trade-matrix",
        where: [{column: "year", in: [Number(vintage.slice(0, 4))]}],
        count: 1,
        quote: "a row",
        reaches: reached.map((party) => ({party, how: "column", by: `state: ${party}`})),
        vintage,
      },
    ],
    ...over,
  };
}

interface About {
  readonly state?: string;
  readonly partner?: string | null;
  readonly detail?: string;
  readonly sector?: Sector | null;
  readonly unit?: string;
}

/** A series of figures by period; a `Gap` stands where the measure has none. */
export function series(
  method: string,
  points: Readonly<Record<string, number | Gap | Measured>>,
  {state = "IDN", partner = "RUS", detail, sector = "trade", unit = "share"}: About = {},
): Series {
  const reached = partner === null ? [state] : [state, partner];
  return {
    id: [method, state, partner ?? "-", ...(detail === undefined ? [] : [detail])].join("/"),
    title: method,
    state,
    partner,
    sector,
    unit,
    method: {id: method, version: 1},
    note: "",
    points: Object.entries(points).map(([period, of]) => ({
      period,
      figure: typeof of === "number" ? figure(of, period.slice(-4), reached, {unit}) : of,
    })),
  };
}

export const noFigure = gap("a figure", "no row", "customs statistics");

export const watch: Watch = {...foundingWatch, optionalPowers: []};

export function stakesOf(given: Partial<StakesInput> = {}): Stake[] {
  return findStakes({
    book: smallBook({asOf: day("2026-11-24")}),
    watch,
    reference,
    series: [],
    moves: [],
    articles: [],
    ...given,
  });
}

/** The cells of one row and side, as texts. */
export function cellsIn(
  stakes: readonly Stake[],
  where: `${string} ${string} ${Sector}`,
  side: "benefits" | "risks",
): readonly Cell[] {
  const [country, partner, sector] = where.split(" ");
  const row = stakes.find(
    (one) => one.country === country && one.partner === partner && one.sector === sector,
  );
  return row?.[side] ?? [];
}

export const textsIn = (...asked: Parameters<typeof cellsIn>) =>
  cellsIn(...asked).map(({text}) => text);
