import type {Gap, Measured, Series, StateCode, TopPartner} from "../world/index.ts";
import {gap} from "../world/index.ts";
import type {Direction} from "./index-flows.ts";
import {type Known, othersIn, type Partner, pairsOf} from "./known.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import {figureOf, pointsByYear, type Recipe, seriesOf} from "./series-of.ts";
import {tellShare} from "./tell-amount.ts";
import {directions} from "./trade-share.ts";

const recipe: Recipe = {
  id: "top-partner-share",
  version: 1,
  unit: "share",
  sector: "trade",
  needs: ["trade-partners"],
};

/** A partner's share where it is among a state's largest five to nine; one that is not listed is not zero. */
export function topPartnerShare(known: Known): Series[] {
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
          note: "From lists of the five to nine largest partners, in whole per cent. A partner that is not listed lies below the smallest listed one, and is a gap.",
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
  if (found.length === 0)
    return gap(
      `${partner.name} in ${heads}`,
      `not among the ${listed.length} partners listed, so each of its flows is below the listed ${smallest} %`,
      `customs statistics of ${year} by partner`,
    );
  const sum = found.reduce((total, row) => total + row.sharePercent, 0);
  const all = listed.reduce((total, row) => total + row.sharePercent, 0);
  const unlisted = members.length - found.length;
  const room = Math.max(0, Math.min(unlisted * smallest, 100 - all));
  const parts = found.map((row) => `${row.partner} ${row.sharePercent} %`).join(", ");
  const rounding = 0.5 * found.length;
  return figureOf(recipe, {
    value: sum / 100,
    interval: {
      low: Math.max(0, sum - rounding) / 100,
      high: Math.min(100, sum + rounding + room) / 100,
      level: 1,
    },
    intervalNote:
      unlisted === 0
        ? "bounds from rounding to whole per cent"
        : "bounds: rounding to whole per cent, and members that are not listed lie between 0 and the smallest listed",
    coverage: `${listed.length} partners listed, ${tellShare(Math.min(100, all) / 100)} of the ${direction}${partner.kind === "state" ? "" : `; ${found.length} of ${members.length} members listed: ${parts}`}`,
    vintage: String(year),
    evidence: [
      {
        kind: "rows",
        dataset: "trade-partners",
        where: [
          {column: "state", in: [state]},
          {column: "direction", in: [direction]},
          {column: "year", in: [year]},
          {column: "partner", in: found.map((row) => row.partner)},
        ],
        count: found.length,
        quote: `Listed in ${heads}: ${parts}.`,
        reaches: [
          inColumn(state, "state"),
          partnerInColumn(
            partner,
            "partner",
            found.map((row) => row.partner),
            String(year),
          ),
        ],
        vintage: String(year),
      },
    ],
  });
}
