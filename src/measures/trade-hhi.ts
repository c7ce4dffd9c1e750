import type {Gap, Measured, Series, StateCode} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {concentration} from "./concentration.ts";
import type {Known} from "./gather-known.ts";
import {inColumn} from "./reaches.ts";
import {completeCount, type Measure, type Recipe} from "./recipe.ts";
import {goodsSectors, sectionFlows} from "./section-flows.ts";
import {figureOf, pointsByYear, seriesOf} from "./series-of.ts";
import {tellShare, tellUsd} from "./tell-amount.ts";
import {directions, type FlowsAsked, totals, totalYears} from "./trade-share.ts";

const partners: Recipe = {
  id: "trade-partner-hhi",
  version: 1,
  unit: "index",
  sector: "trade",
  needs: [],
  card: {
    tells: "How far a state's imports or exports lie with few partners.",
    formula: "Σ s², s the share of each partner in the flows recorded.",
    after: "Herfindahl 1950; Correlates of War Trade 4.0, UN Comtrade matrix.",
    interval: completeCount,
    gapWhen: "The compilation has no row of the state for the year.",
  },
};
const bySector: Recipe = {
  id: "trade-section-hhi",
  version: 1,
  unit: "index",
  sector: null,
  needs: ["trade-sections"],
  card: {
    tells: "The same for the goods of one sector.",
    formula: "Σ s² over partners, in the SITC sections that stand for the sector.",
    after: "Herfindahl 1950; UNCTAD merchandise trade matrix, 1995, 2005, 2015.",
    interval: completeCount,
    gapWhen: "The matrix has no row of the state for the year.",
  },
};

const note =
  "Herfindahl-Hirschman index of partner states: 1 is a single partner, 1/n is n equal ones. Concentration only: it does not say how soon a partner could be replaced.";

/** How far a state's imports and exports lie with few partners, from each compilation. */
export const tradePartnerHhi: Measure = {recipes: [partners], series: partnerSeries};

function partnerSeries(known: Known): Series[] {
  return known.watch.states.flatMap((state) =>
    directions.flatMap((direction) =>
      totals.map(({dataset, from}) =>
        seriesOf(
          known,
          {...partners, needs: [dataset]},
          {
            state,
            partner: null,
            detail: `${direction}-${dataset}`,
            title: `Concentration of ${known.name(state)}'s ${direction} by partner (${from})`,
            note,
          },
          () =>
            pointsByYear(totalYears(known, dataset), (year) => {
              const flows = known.flows().of({dataset, section: null, state, direction, year});
              return hhiFigure(known, partners, {
                dataset,
                where: [],
                goods: "goods",
                flows,
                rowsOf: (some) => some.length,
                state,
                direction,
                year,
              });
            }),
        ),
      ),
    ),
  );
}

/** The same for the goods of each sector. */
export const tradeSectionHhi: Measure = {recipes: [bySector], series: sectorSeries};

function sectorSeries(known: Known): Series[] {
  return known.watch.states.flatMap((state) =>
    goodsSectors(known).flatMap((sector) =>
      directions.map((direction) =>
        seriesOf(
          known,
          bySector,
          {
            state,
            partner: null,
            detail: `${sector.id}-${direction}`,
            sector: sector.id,
            title: `Concentration of ${known.name(state)}'s ${direction} of ${sector.name} goods by partner`,
            note: `${note} SITC section ${sector.sections.join(", ")}.`,
          },
          () =>
            pointsByYear(known.flows().years("trade-sections"), (year) =>
              hhiFigure(known, bySector, {
                dataset: "trade-sections",
                where: [{column: "sitc_section", in: sector.sections}],
                goods: `${sector.name} goods`,
                ...sectionFlows(known, sector, {state, direction, year}),
                state,
                direction,
                year,
              }),
            ),
        ),
      ),
    ),
  );
}

function hhiFigure(known: Known, recipe: Recipe, asked: FlowsAsked): Measured | Gap {
  const {dataset, flows, state, direction, year} = asked;
  const own = direction === "imports" ? "importer" : "exporter";
  const heads = `${known.name(state)}'s ${direction} of ${asked.goods} in ${year}`;
  const value = concentration(flows.values());
  if (!(value > 0))
    return gap(
      `concentration of ${heads}`,
      `${dataset} has no row of ${known.name(state)} for ${year}`,
      `customs statistics of ${year}`,
    );
  let total = 0;
  let first: readonly [StateCode, number] = ["", 0];
  for (const [partner, usd] of flows) {
    total += usd;
    if (usd > first[1]) first = [partner, usd];
  }
  return figureOf(recipe, {
    value,
    intervalNote: "complete count of the recorded flows",
    coverage: `${flows.size} partners recorded`,
    vintage: String(year),
    evidence: [
      {
        kind: "rows",
        dataset,
        where: [{column: "year", in: [year]}, {column: own, in: [state]}, ...asked.where],
        count: asked.rowsOf([...flows.keys()]),
        quote: `${heads}: ${tellUsd(total)}, most with ${known.name(first[0])} (${tellShare(first[1] / total)}).`,
        reaches: [inColumn(state, own)],
        vintage: String(year),
      },
    ],
  });
}
