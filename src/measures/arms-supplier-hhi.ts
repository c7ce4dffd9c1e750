import type {Measured, Series, StateCode} from "../world/index.ts";
import {
  armsIntervalNote,
  armsNote,
  armsRecipe,
  type Deliveries,
  newestDelivery,
  pointsByWindow,
  tellTiv,
} from "./arms-deliveries.ts";
import {concentration} from "./concentration.ts";
import type {Known} from "./gather-known.ts";
import type {Measure} from "./recipe.ts";
import {figureOf, seriesOf} from "./series-of.ts";

const recipe = armsRecipe("arms-supplier-hhi", "index", {
  tells: "How far a state's deliveries of major arms lie with few suppliers.",
  formula: "Σ s², s the share of each supplier in the trend-indicator values of five years.",
  after: "Herfindahl 1950; SIPRI Arms Transfers Database.",
  interval:
    "None: a complete count of the register; its values are SIPRI's estimates, without an error.",
  gapWhen: "Nothing was delivered in the window.",
});

/** How far the arms delivered to a state came from few suppliers, by five-year window. */
export const armsSupplierHhi: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  return known.watch.states.map((state) =>
    seriesOf(
      known,
      recipe,
      {
        state,
        partner: null,
        title: `Concentration of arms delivered to ${known.name(state)} by supplier`,
        note: `Herfindahl-Hirschman index: 1 is a single supplier. ${armsNote}`,
      },
      () => pointsByWindow(known, state, (_, deliveries) => figureOfWindow(deliveries)),
    ),
  );
}

function figureOfWindow({rows, total, evidence}: Deliveries): Measured {
  const bySupplier = new Map<StateCode, number>();
  for (const {supplier, tiv} of rows)
    bySupplier.set(supplier, (bySupplier.get(supplier) ?? 0) + tiv);
  return figureOf(recipe, {
    value: concentration(bySupplier.values()),
    intervalNote: armsIntervalNote,
    coverage: `${bySupplier.size} suppliers, ${tellTiv(total)}`,
    vintage: newestDelivery(rows),
    evidence: [evidence],
  });
}
