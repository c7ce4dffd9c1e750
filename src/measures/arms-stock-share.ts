import type {ArmsDelivery, Evidence, Measured, Series} from "../world/index.ts";
import {
  armsIntervalNote,
  armsNote,
  armsRecipe,
  type Deliveries,
  newestDelivery,
  pointsByWindow,
  sumTiv,
  tellTiv,
} from "./arms-deliveries.ts";
import type {Window} from "./five-year-windows.ts";
import {type Known, pairsOf} from "./gather-known.ts";
import {othersIn, type Pair} from "./partner.ts";
import {inColumn, partnerInColumn, searchedFor} from "./reaches.ts";
import type {Measure} from "./recipe.ts";
import {figureOf, seriesOf} from "./series-of.ts";
import {tellShare, tellSpread} from "./tell-amount.ts";

const recipe = armsRecipe("arms-stock-share", "share", {
  tells: "A partner's share of the major arms delivered to a state in five years.",
  formula:
    "Σ TIV(partner → state) / Σ TIV(all → state), windows of five years that end in years divisible by five.",
  after:
    "SIPRI Arms Transfers Database, trend-indicator values spread evenly over each deal's delivery years.",
  interval:
    "None: a complete count of the register; its values are SIPRI's estimates, without an error.",
  gapWhen: "Nothing was delivered in the window, so there is nothing to share out.",
});

/** A partner's share of the arms delivered to a state, by five-year window; spans of different policy are not averaged. */
export const armsStockShare: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  return pairsOf(known).map((pair) =>
    seriesOf(
      known,
      recipe,
      {
        ...pair,
        title: `${pair.partner.name}: share of arms delivered to ${known.name(pair.state)}`,
        note: `${armsNote} Deliveries, not holdings: aircraft delivered long ago may still fly while this reads zero.`,
      },
      () =>
        pointsByWindow(known, pair.state, (window, deliveries) =>
          figureOfWindow(known, pair, window, deliveries),
        ),
    ),
  );
}

function figureOfWindow(
  known: Known,
  pair: Pair,
  window: Window,
  {rows, total, evidence}: Deliveries,
): Measured {
  const {state, partner} = pair;
  // Membership is that of the year of delivery, so a window may hold a state for some of its years.
  const theirs = rows.filter(({supplier, year}) =>
    othersIn(partner, state, year).includes(supplier),
  );
  const shares = [...new Set(theirs.map(({supplier}) => supplier))].sort().map((supplier) => ({
    state: supplier,
    value: sumTiv(theirs.filter((row) => row.supplier === supplier)) / total,
  }));
  const spread = partner.kind === "state" ? "" : tellSpread(shares, tellShare);
  return figureOf(recipe, {
    value: sumTiv(theirs) / total,
    intervalNote: armsIntervalNote,
    coverage: `${rows.length} supplier-years, ${tellTiv(total)}${spread === "" ? "" : `; of those that delivered, ${spread}`}`,
    vintage: newestDelivery(rows),
    evidence: [evidenceOf(known, pair, window, theirs), evidence],
  });
}

function evidenceOf(
  known: Known,
  {state, partner}: Pair,
  {from, to, period}: Window,
  theirs: readonly ArmsDelivery[],
): Evidence {
  const heads = `from ${partner.name} to ${known.name(state)} in ${period}`;
  if (theirs.length === 0)
    return {
      kind: "searched",
      datasets: ["arms-deliveries"],
      where: [
        {column: "recipient", in: [state]},
        {column: "supplier", in: othersIn(partner, state, to)},
        {column: "year", from, to},
      ],
      quote: `No delivery ${heads}.`,
      reaches: [searchedFor(state, "recipient"), searchedFor(partner.id, "supplier")],
    };
  const suppliers = [...new Set(theirs.map(({supplier}) => supplier))].sort();
  return {
    kind: "rows",
    dataset: "arms-deliveries",
    where: [{column: "row", in: theirs.map(({row}) => row)}],
    count: theirs.length,
    quote: `Arms ${heads}: ${tellTiv(sumTiv(theirs))}.`,
    reaches: [
      inColumn(state, "recipient"),
      partnerInColumn(partner, "supplier", suppliers, period),
    ],
    vintage: newestDelivery(theirs),
  };
}
