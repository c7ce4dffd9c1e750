import type {Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {firstYear} from "./first-year.ts";
import type {Known} from "./gather-known.ts";
import {inColumn} from "./reaches.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, seriesOf} from "./series-of.ts";
import {tellShare, tellUsd} from "./tell-amount.ts";

const recipe: Recipe = {
  id: "military-spending",
  version: 1,
  unit: "share",
  sector: "defence",
  needs: ["military-spending"],
  card: {
    tells: "What a state spends on its forces over its gross domestic product.",
    formula: "military spending / GDP, current prices.",
    after: "SIPRI Military Expenditure Database.",
    interval: "None: the publisher gives one figure without an error.",
    gapWhen: "SIPRI gives no share for the year.",
  },
};

/** What a state spends on its forces, over its gross domestic product, by year. */
export const militarySpending: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  return known.watch.states.map((state) =>
    seriesOf(
      known,
      recipe,
      {
        state,
        partner: null,
        title: `${known.name(state)}: military spending over GDP`,
        note: "SIPRI's estimate of all military spending, whoever the supplier is. It is not towards a partner.",
      },
      () =>
        known.book.militarySpending
          .filter((row) => row.state === state && row.year >= firstYear)
          .sort((a, b) => a.year - b.year)
          .map(({year, shareOfGdp, constant2023Usd}) => {
            const heads = `${known.name(state)}'s military spending in ${year}`;
            if (shareOfGdp === null)
              return {
                period: String(year),
                figure: gap(
                  `${heads} over GDP`,
                  "SIPRI gives no share of GDP",
                  "the state's budget of the year and its GDP",
                ),
              };
            const amount =
              constant2023Usd === null ? "" : `, ${tellUsd(constant2023Usd)} in prices of 2023`;
            return {
              period: String(year),
              figure: figureOf(recipe, {
                value: shareOfGdp,
                intervalNote: "complete count: the publisher's one figure, without an error",
                coverage: "1 of 1 row",
                vintage: String(year),
                evidence: [
                  {
                    kind: "rows",
                    dataset: "military-spending",
                    where: [
                      {column: "state", in: [state]},
                      {column: "year", in: [year]},
                    ],
                    count: 1,
                    quote: `${heads}: ${tellShare(shareOfGdp)} of GDP${amount}.`,
                    reaches: [inColumn(state, "state")],
                    vintage: String(year),
                  },
                ],
              }),
            };
          }),
    ),
  );
}
