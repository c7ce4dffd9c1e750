import type {Series} from "../world/index.ts";
import {type Known, mainPairsOf} from "./gather-known.ts";
import type {Direction} from "./index-flows.ts";
import {completeCount, type Measure, type Recipe} from "./recipe.ts";
import {goodsSectors, sectionFlows} from "./section-flows.ts";
import {pointsByYear, seriesOf} from "./series-of.ts";
import {directions, shareFigure} from "./trade-share.ts";

const recipes: Readonly<Record<Direction, Recipe>> = {
  imports: {
    id: "trade-section-import-share",
    version: 1,
    unit: "share",
    sector: null,
    needs: ["trade-sections"],
    card: {
      tells: "A partner's share of a state's imports of the goods of a sector.",
      formula: "m(partner, sections) / Σ m(all partners, sections).",
      after: "UNCTAD merchandise trade matrix, SITC sections, 1995, 2005, 2015.",
      interval: completeCount,
      gapWhen:
        "The state or the partner has no row in the compilation for the year: that is not a zero.",
    },
  },
  exports: {
    id: "trade-section-export-share",
    version: 1,
    unit: "share",
    sector: null,
    needs: ["trade-sections"],
    card: {
      tells: "A partner's share of a state's exports of the goods of a sector.",
      formula: "x(partner, sections) / Σ x(all partners, sections).",
      after: "UNCTAD merchandise trade matrix, SITC sections, 1995, 2005, 2015.",
      interval: completeCount,
      gapWhen:
        "The state or the partner has no row in the compilation for the year: that is not a zero.",
    },
  },
};

/** A partner's share of a state's trade in the goods of a sector, in the three years that are known by section. */
export const tradeSectionShare: Measure = {
  recipes: [recipes.imports, recipes.exports],
  series: allSeries,
};

function allSeries(known: Known): Series[] {
  return mainPairsOf(known).flatMap(({state, partner}) =>
    goodsSectors(known).flatMap((sector) =>
      directions.map((direction) =>
        seriesOf(
          known,
          recipes[direction],
          {
            state,
            partner,
            detail: sector.id,
            sector: sector.id,
            title: `${partner.name}: share of ${known.name(state)}'s ${direction} of ${sector.name} goods`,
            note: `Goods of SITC section ${sector.sections.join(", ")}, which stand for ${sector.name} and are broader or narrower than it in places. A share of trade: what the state makes itself is not known, so dependence is not.`,
          },
          () =>
            pointsByYear(known.flows().years("trade-sections"), (year) =>
              shareFigure(known, recipes[direction], {
                dataset: "trade-sections",
                where: [{column: "sitc_section", in: sector.sections}],
                goods: `${sector.name} goods`,
                ...sectionFlows(known, sector, {state, direction, year}),
                state,
                partner,
                direction,
                year,
              }),
            ),
        ),
      ),
    ),
  );
}
