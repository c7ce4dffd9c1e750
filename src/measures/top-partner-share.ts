import type {Gap, Measured, Series, StateCode, TopPartner} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {type Known, pairsOf} from "./gather-known.ts";
import type {Direction} from "./index-flows.ts";
import {othersIn, type Partner} from "./partner.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, pointsByYear, seriesOf} from "./series-of.ts";
import {tellShare} from "./tell-amount.ts";
import {directions} from "./trade-share.ts";

const recipe: Recipe = {
  id: "top-partner-share",
  version: 1,
  unit: "share",
  sector: "trade",
  needs: ["trade-partners"],
  card: {
    tells:
      "A partner's share of a state's trade where it is among the five to nine that are listed.",
    formula: "The listed percentage over 100.",
    after: "The World Factbook's lists of partners (CC0 copy).",
    interval: "Hard bounds from rounding to whole per cent: ± 0.5.",
    gapWhen:
      "The partner, or a member of a bloc, is not listed: it lies below the smallest listed share, and is not zero.",
  },
};

/** In percentage points: the lists give whole per cent, seldom a digit more. */
const rounding = 0.5;

/** A partner's share where it is among a state's largest five to nine; one that is not listed is not zero. */
export const topPartnerShare: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  return pairsOf(known).flatMap(({state, partner}) =>
    directions.map((direction) => {
      const rows = known.book.topPartners.filter(
        (row) => row.state === state && row.direction === direction,
      );
      const years = [...new Set(rows.map(({year}) => year))].sort((a, b) => a - b);
      return seriesOf(
        known,
        recipe,
        {
          state,
          partner,
          detail: direction,
          title: `${partner.name}: share of ${known.name(state)}'s ${direction}, as far as listed`,
          note: "From lists of the five to nine largest partners, in whole per cent. A partner that is not listed lies below the smallest listed one, and is a gap; so is a bloc of which some members are not listed.",
        },
        () =>
          pointsByYear(years, (year) =>
            figure(
              known,
              rows.filter((row) => row.year === year),
              {state, partner, direction, year},
            ),
          ),
      );
    }),
  );
}

function figure(
  known: Known,
  listed: readonly TopPartner[],
  asked: {state: StateCode; partner: Partner; direction: Direction; year: number},
): Measured | Gap {
  const {state, partner, direction, year} = asked;
  const members = othersIn(partner, state, year);
  const found = listed.filter((row) => members.includes(row.partner));
  const smallest = Math.min(...listed.map((row) => row.sharePercent));
  const heads = `${known.name(state)}'s ${direction} in ${year}`;
  const [row] = found;
  if (row === undefined || found.length < members.length) {
    const parts = found.map((one) => `${one.partner} ${one.sharePercent} %`).join(", ");
    return gap(
      `${partner.name} in ${heads}`,
      row === undefined
        ? `not among the ${listed.length} partners listed, so each of its flows is below the listed ${smallest} %`
        : `only ${parts} of its ${members.length} members are among the ${listed.length} partners listed, and the others may add up to much`,
      `customs statistics of ${year} by partner`,
    );
  }
  const all = listed.reduce((total, one) => total + one.sharePercent, 0);
  return figureOf(recipe, {
    value: row.sharePercent / 100,
    interval: {
      low: Math.max(0, row.sharePercent - rounding) / 100,
      high: Math.min(100, row.sharePercent + rounding) / 100,
      level: 1,
    },
    intervalNote: "bounds from rounding to whole per cent",
    coverage: `${listed.length} partners listed, with ${tellShare(Math.min(100, all) / 100)} of the ${direction}`,
    vintage: String(year),
    evidence: [
      {
        kind: "rows",
        dataset: "trade-partners",
        where: [
          {column: "state", in: [state]},
          {column: "direction", in: [direction]},
          {column: "year", in: [year]},
          {column: "partner", in: [row.partner]},
        ],
        count: found.length,
        quote: `Listed in ${heads}: ${partner.name} with ${row.sharePercent} %.`,
        reaches: [
          inColumn(state, "state"),
          partnerInColumn(partner, "partner", [row.partner], String(year)),
        ],
        vintage: String(year),
      },
    ],
  });
}
