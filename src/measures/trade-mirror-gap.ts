import type {Gap, Measured, Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {type Known, mainPairsOf} from "./gather-known.ts";
import type {Direction, FlowsByPartner} from "./index-flows.ts";
import {othersIn, type Pair} from "./partner.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, pointsByYear, seriesOf} from "./series-of.ts";
import {tellUsd} from "./tell-amount.ts";
import {directions, yearsOfBoth} from "./trade-share.ts";

const recipe: Recipe = {
  id: "trade-mirror-gap",
  version: 1,
  unit: "log-ratio",
  sector: "trade",
  needs: ["trade-cow", "trade-matrix"],
  card: {
    tells:
      "How far two reports of one flow of goods lie apart. About 0.1 is freight and insurance, which importers count and exporters do not; more is goods in transit, other days, or a mistake.",
    formula:
      "ln(flow as the importer reports it, CIF / the same flow as the exporter reports it, FOB), summed over members of a bloc that both have.",
    after:
      "Correlates of War Trade 4.0 (importers' reports first), UN Comtrade matrix (exporters' reports); on what is usual, Hummels & Lugovskyy 2006.",
    interval: "None: both are complete counts; the figure itself is what they leave open.",
    gapWhen:
      "One of the two has no flow of the pair for the year: a missing report is not made up from the other.",
  },
};

/** Two reports of what a state sold to, and bought from, each partner, held against each other in years that both have. */
export const tradeMirrorGap: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  const years = yearsOfBoth(known);
  return mainPairsOf(known).flatMap((pair) =>
    directions.map((direction) => {
      const {state, partner} = pair;
      return seriesOf(
        known,
        recipe,
        {
          state,
          partner,
          detail: direction,
          title: `Two reports of ${known.name(state)}'s ${direction} ${direction === "imports" ? "from" : "to"} ${partner.name}, apart by`,
          note: "The importer's report over the exporter's, as a logarithm: 0.1 is a tenth more. It bounds what any share of trade is worth.",
        },
        () => pointsByYear(years, (year) => figureIn(known, pair, direction, year)),
      );
    }),
  );
}

function figureIn(known: Known, pair: Pair, direction: Direction, year: number): Measured | Gap {
  const {state, partner} = pair;
  const flows = (dataset: "trade-cow" | "trade-matrix"): FlowsByPartner =>
    known.flows().of({dataset, section: null, state, direction, year});
  const [byImporter, byExporter] = [flows("trade-cow"), flows("trade-matrix")];
  const members = othersIn(partner, state, year);
  const both = members.filter(
    (one) => (byImporter.get(one) ?? 0) > 0 && (byExporter.get(one) ?? 0) > 0,
  );
  const heads = `${known.name(state)}'s ${direction} ${direction === "imports" ? "from" : "to"} ${partner.name} in ${year}`;
  if (both.length === 0)
    return gap(
      `two reports of ${heads}`,
      "not both sides reported the flow",
      `customs statistics of both sides for ${year}`,
    );
  const sum = (of: FlowsByPartner) => both.reduce((usd, one) => usd + (of.get(one) ?? 0), 0);
  const [own, other] =
    direction === "imports" ? ["importer", "exporter"] : ["exporter", "importer"];
  const where = [
    {column: "year", in: [year]},
    {column: own, in: [state]},
    {column: other, in: both},
  ];
  const report = (dataset: "trade-cow" | "trade-matrix", usd: number, who: string) => ({
    kind: "rows" as const,
    dataset,
    where,
    count: both.length,
    quote: `${heads}, as the ${who} reports it: ${tellUsd(usd)}.`,
    reaches: [inColumn(state, own), partnerInColumn(partner, other, both, String(year))],
    vintage: String(year),
  });
  const [cif, fob] = [sum(byImporter), sum(byExporter)];
  return figureOf(recipe, {
    value: Math.log(cif) - Math.log(fob),
    intervalNote: "complete count of both reports",
    coverage:
      partner.kind === "state"
        ? "both sides reported"
        : `${both.length} of ${members.length} members with both reports`,
    vintage: String(year),
    evidence: [report("trade-cow", cif, "importer"), report("trade-matrix", fob, "exporter")],
  });
}
