import type {Gap, Investment, Measured, Series, StateCode} from "../world/index.ts";
import {gap, yearOf} from "../world/index.ts";
import {type Known, mainPairsOf} from "./gather-known.ts";
import {othersIn, type Partner} from "./partner.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import {completeCount, type Measure, type Recipe} from "./recipe.ts";
import {figureOf, type Point, pointsByYear, seriesOf} from "./series-of.ts";
import {tellUsd} from "./tell-amount.ts";

const recipe: Recipe = {
  id: "fdi-position",
  version: 1,
  unit: "usd",
  sector: "trade",
  needs: ["fdi"],
  card: {
    tells: "Direct investment that one side holds in the other at the end of a year.",
    formula:
      "Σ of disclosed positions of the holder in the host; a position that was reported goes before one derived from the other side's report.",
    after: "IMF Direct Investment Positions (Balance of Payments Manual 6).",
    interval: completeCount,
    gapWhen:
      "Neither side reports here, the position is not disclosed, or it is disclosed for some members of a bloc only.",
  },
};

/** Which way the investment went, seen from the watched state. */
const ways = ["from-partner", "in-partner"] as const;
type Way = (typeof ways)[number];

/** Direct investment held by the end of a year, where one side is an economy that reports it. */
export const fdiPosition: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  return mainPairsOf(known).flatMap(({state, partner}) =>
    ways.map((way) =>
      seriesOf(
        known,
        recipe,
        {
          state,
          partner,
          detail: way,
          title:
            way === "from-partner"
              ? `Direct investment of ${partner.name} in ${known.name(state)}`
              : `Direct investment of ${known.name(state)} in ${partner.name}`,
          note: "Positions at the end of the year. Only five economies report here; a position that was not disclosed is no row. The first owner abroad counts, which is often a holding company.",
        },
        () => pointsOf(known, state, partner, way),
      ),
    ),
  );
}

/** A position as a directed holding: whose money, where, and who reported it. */
interface Holding {
  readonly row: Investment;
  readonly owner: StateCode;
  readonly host: StateCode;
  readonly other: StateCode;
}

function pointsOf(known: Known, state: StateCode, partner: Partner, way: Way) {
  const holdings = known.book.investment.flatMap((row): Holding[] => {
    const [owner, host] =
      row.direction === "out" ? [row.economy, row.counterpart] : [row.counterpart, row.economy];
    const other = way === "from-partner" ? owner : host;
    const own = way === "from-partner" ? host : owner;
    if (own !== state || !othersIn(partner, state, row.year).includes(other)) return [];
    return [{row, owner, host, other}];
  });
  if (holdings.length === 0) return [nothingDisclosed(known, state, partner)];
  const years = [...new Set(holdings.map(({row}) => row.year))].sort((a, b) => a - b);
  return pointsByYear(years, (year) =>
    figureIn(
      known,
      holdings.filter(({row}) => row.year === year),
      {state, partner, year},
    ),
  );
}

function nothingDisclosed(known: Known, state: StateCode, partner: Partner): Point {
  const reporters = [...new Set(known.book.investment.map(({economy}) => economy))].sort();
  return {
    period: String(yearOf(known.book.asOf)),
    figure: gap(
      `direct investment between ${known.name(state)} and ${partner.name}`,
      `only ${reporters.join(", ")} report in this dataset, and none discloses such a position`,
      "the IMF's Coordinated Direct Investment Survey of more economies",
    ),
  };
}

function figureIn(
  known: Known,
  holdings: readonly Holding[],
  {state, partner, year}: {state: StateCode; partner: Partner; year: number},
): Measured | Gap {
  // Two reporters may tell the same position; the one that was reported goes before the one that was derived.
  const byOther = new Map<StateCode, Holding>();
  for (const holding of holdings) {
    const held = byOther.get(holding.other);
    const better = held === undefined || (held.row.derived && !holding.row.derived);
    if (better) byOther.set(holding.other, holding);
  }
  const used = [...byOther.values()];
  const first = used[0] as Holding;
  const members = othersIn(partner, state, year);
  const value = used.reduce((sum, {row}) => sum + row.valueUsd, 0);
  if (used.length < members.length) {
    const told = used.map(({other, row}) => `${other} ${tellUsd(row.valueUsd)}`).join(", ");
    return gap(
      `direct investment between ${known.name(state)} and ${partner.name}, ${year}`,
      `a position is disclosed with ${told} only, of ${members.length} members`,
      "the IMF's Coordinated Direct Investment Survey of more economies",
    );
  }
  const reporterIsState = first.row.economy === state;
  return figureOf(recipe, {
    value,
    intervalNote: "complete count of the positions disclosed",
    coverage: `${used.length} of ${members.length} ${members.length === 1 ? "position" : "members' positions"}${first.row.derived ? ", mirrored from the other side" : ""}`,
    vintage: String(year),
    evidence: [
      {
        kind: "rows",
        dataset: "fdi",
        where: [{column: "row", in: used.map(({row}) => row.row)}],
        count: used.length,
        quote: `Direct investment of ${known.name(first.owner)}${used.length > 1 ? " and others" : ""} in ${known.name(first.host)} at the end of ${year}: ${tellUsd(value)}.`,
        reaches: [
          inColumn(state, reporterIsState ? "economy" : "counterpart"),
          partnerInColumn(
            partner,
            reporterIsState ? "counterpart" : "economy",
            used.map(({other}) => other),
            String(year),
          ),
        ],
        vintage: String(year),
      },
    ],
  });
}
