import type {Series} from "../world/index.ts";
import {gap, yearOf} from "../world/index.ts";
import {type Known, mainPairsOf} from "./gather-known.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {goodsSectors} from "./section-flows.ts";
import {seriesOf} from "./series-of.ts";

const recipe: Recipe = {
  id: "dependence",
  version: 1,
  unit: "share",
  sector: null,
  needs: [],
  card: {
    tells:
      "How much of what a state consumes comes from a partner and could not be replaced within a year.",
    formula:
      "imports from partner / (output + imports − exports) × (1 − share replaceable within 12 months).",
    after: "Definition of the project; replaceability is a judgement.",
    interval: "None yet.",
    gapWhen:
      "Always, as no carried dataset has output by sector; the gap names the ones that would.",
  },
};

/**
 * Dependence is imports from a partner over apparent consumption (output + imports − exports), times what cannot be
 * replaced within twelve months. No dataset carried here has output by sector, so each is a gap that says so.
 */
export const dependence: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  return mainPairsOf(known).flatMap(({state, partner}) =>
    goodsSectors(known).map((sector) => {
      const title = `${known.name(state)}'s dependence on ${partner.name} in ${sector.name}`;
      return seriesOf(
        known,
        recipe,
        {
          state,
          partner,
          detail: sector.id,
          sector: sector.id,
          title,
          note: "Imports from the partner over what the state consumes. Import shares and concentration stand beside it, and neither is dependence.",
        },
        () => [
          {
            period: String(yearOf(known.book.asOf)),
            figure: gap(
              // One gap for all partners: it is the state's output that is not known.
              `${known.name(state)}'s dependence on its partners in ${sector.name}`,
              "consumption is output plus imports less exports, and no dataset here has output by sector",
              "national accounts or industrial statistics with output by sector (UNIDO INDSTAT, FAOSTAT, IEA balances)",
            ),
          },
        ],
      );
    }),
  );
}
