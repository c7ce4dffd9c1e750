import type {Gap, Measured, Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {type Known, mainPairsOf} from "./gather-known.ts";
import {othersIn, type Pair} from "./partner.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, pointsByYear, seriesOf} from "./series-of.ts";
import {tellShare} from "./tell-amount.ts";
import {totals, yearsOfBoth} from "./trade-share.ts";

const recipe: Recipe = {
  id: "export-exposure",
  version: 1,
  unit: "share",
  sector: "trade",
  needs: ["trade-cow", "trade-matrix"],
  card: {
    tells:
      "The share of a state's exports of goods that a tariff or ban of the partner could reach. A ceiling on what is at stake, not a forecast: what is diverted elsewhere is not taken off.",
    formula:
      "Mean of the two compilations' shares x(partner) / Σ x(all), in years that both have; the two shares are its bounds.",
    after: "Correlates of War Trade 4.0; UN Comtrade matrix.",
    interval:
      "Hard bounds: the smaller and the larger of the two reports. It covers what the reports leave open, and no change since.",
    gapWhen:
      "One of the two compilations has no row of the state, or of the partner, for the year.",
  },
};

/** How much of a state's exports a partner's tariff or sanction could reach, between what its two reports say. */
export const exportExposure: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  const years = yearsOfBoth(known);
  return mainPairsOf(known).map((pair) =>
    seriesOf(
      known,
      recipe,
      {
        ...pair,
        title: `Share of ${known.name(pair.state)}'s exports that tariffs of ${pair.partner.name} could reach`,
        note: "Goods only, between two reports of the same trade. A ceiling: exporters find other buyers. What a tariff would change is worked out under Options.",
      },
      () => pointsByYear(years, (year) => figureIn(known, pair, year)),
    ),
  );
}

function figureIn(known: Known, {state, partner}: Pair, year: number): Measured | Gap {
  const members = othersIn(partner, state, year);
  const reports = totals.map(({dataset}) => {
    const flows = known.flows().of({dataset, section: null, state, direction: "exports", year});
    const found = members.filter((one) => flows.has(one));
    let total = 0;
    for (const usd of flows.values()) total += usd;
    const theirs = found.reduce((usd, one) => usd + (flows.get(one) ?? 0), 0);
    return {dataset, found, share: found.length > 0 && total > 0 ? theirs / total : null};
  });
  const heads = `${known.name(state)}'s exports to ${partner.name} in ${year}`;
  const shares = reports.flatMap(({share}) => (share === null ? [] : [share]));
  if (shares.length < reports.length)
    return gap(
      `share of ${heads}`,
      "not both compilations have rows of the two",
      `customs statistics of both sides for ${year}`,
    );
  return figureOf(recipe, {
    value: shares.reduce((sum, one) => sum + one, 0) / shares.length,
    interval: {low: Math.min(...shares), high: Math.max(...shares), level: 1},
    intervalNote: "bounds: the two compilations",
    coverage: `2 of 2 compilations; ${reports.map(({found}) => found.length).join(" and ")} of ${members.length} ${members.length === 1 ? "partner" : "members"}`,
    vintage: String(year),
    evidence: reports.map(({dataset, found, share}) => ({
      kind: "rows" as const,
      dataset,
      where: [
        {column: "year", in: [year]},
        {column: "exporter", in: [state]},
        {column: "importer", in: found},
      ],
      count: found.length,
      quote: `${heads}: ${tellShare(share ?? 0)} of its exports of goods (${dataset}).`,
      reaches: [
        inColumn(state, "exporter"),
        partnerInColumn(partner, "importer", found, String(year)),
      ],
      vintage: String(year),
    })),
  });
}
