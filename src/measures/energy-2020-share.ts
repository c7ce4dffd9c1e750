import type {EnergyFlow, Evidence, Gap, Measured, Series, StateCode} from "../world/index.ts";
import {gap, stateOf} from "../world/index.ts";
import {areasOf} from "./energy-areas.ts";
import {type Known, mainPairsOf} from "./gather-known.ts";
import type {Direction} from "./index-flows.ts";
import {othersIn, type Pair} from "./partner.ts";
import {inColumn, partnerInColumn, searchedFor} from "./reaches.ts";
import {completeCount, type Measure, type Recipe} from "./recipe.ts";
import {figureOf, seriesOf} from "./series-of.ts";
import {tellShare, tellSpread} from "./tell-amount.ts";
import {directions} from "./trade-share.ts";

const recipe: Recipe = {
  id: "energy-2020-share",
  version: 1,
  unit: "share",
  sector: "energy",
  needs: ["energy-2020"],
  card: {
    tells: "A partner's share of what a state bought or sold of one fuel in 2020, by quantity.",
    formula: "q(partner) / Σ q(all partners), from the state's own row or column of the matrix.",
    after: "BP Statistical Review of World Energy 2021.",
    interval: completeCount,
    gapWhen:
      "The state, or the partner, has no row of its own and stands inside an area of the publisher.",
  },
};

type Fuel = EnergyFlow["fuel"];
const fuels: readonly Fuel[] = ["crude-oil", "oil-products", "coal", "lng", "pipeline-gas"];
const year = 2020;

/** A partner's share of a state's trade in a fuel in 2020, where both have rows of their own in the matrix. */
export const energy2020Share: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  return mainPairsOf(known).flatMap((pair) =>
    directions.flatMap((direction) => {
      const {role} = rolesOf(direction);
      const own = fuels.filter((fuel) => labels(known, fuel, role).has(pair.state));
      const inAreas = fuels.filter((fuel) => !own.includes(fuel));
      const title = `${pair.partner.name}: share of ${known.name(pair.state)}'s ${direction}`;
      return [
        ...own.map((fuel) =>
          seriesOf(
            known,
            recipe,
            {
              ...pair,
              detail: `${direction}-${fuel}`,
              title: `${title} of ${fuel.replaceAll("-", " ")} in ${year}`,
              note: "BP's trade matrix of one year, from which only states with a row of their own can be read. By quantity, not by value.",
            },
            () => [{period: String(year), figure: figureIn(known, pair, fuel, direction)}],
          ),
        ),
        ...(inAreas.length === 0
          ? []
          : [
              seriesOf(
                known,
                recipe,
                {
                  ...pair,
                  detail: `${direction}-in-areas`,
                  title: `${title} of ${inAreas.map((fuel) => fuel.replaceAll("-", " ")).join(", ")} in ${year}`,
                  note: "Fuels for which the matrix gives the state no row of its own.",
                },
                () => [
                  {
                    period: String(year),
                    figure: insideArea(known, pair.state, inAreas, direction),
                  },
                ],
              ),
            ]),
      ];
    }),
  );
}

function rolesOf(direction: Direction) {
  return direction === "imports"
    ? ({role: "importer", other: "exporter"} as const)
    : ({role: "exporter", other: "importer"} as const);
}

/** States and areas that have a row or column of their own for a fuel. */
function labels(known: Known, fuel: Fuel, role: "importer" | "exporter"): Set<string> {
  return new Set(
    known.book.energy2020.filter((flow) => flow.fuel === fuel).map((flow) => flow[role]),
  );
}

function insideArea(
  known: Known,
  state: StateCode,
  missing: readonly Fuel[],
  direction: Direction,
): Gap {
  const {role} = rolesOf(direction);
  const region = stateOf(known.reference, state)?.region ?? "";
  const found = new Set(missing.flatMap((fuel) => [...labels(known, fuel, role)]));
  const named = areasOf(region).filter((area) => found.has(area));
  const where = named.length > 0 ? `an area of the publisher (${named.join(" or ")})` : "an area";
  return gap(
    `${known.name(state)}'s ${direction} of ${missing.join(", ")} by partner in ${year}`,
    `${known.name(state)} has no row of its own for these fuels and stands inside ${where}`,
    `energy statistics of ${known.name(state)} by partner`,
  );
}

function figureIn(known: Known, pair: Pair, fuel: Fuel, direction: Direction): Measured | Gap {
  const {state, partner} = pair;
  const {role, other} = rolesOf(direction);
  const flows = known.book.energy2020.filter((flow) => flow.fuel === fuel && flow[role] === state);
  const total = flows.reduce((sum, {value}) => sum + value, 0);
  const members = othersIn(partner, state, year);
  const named = labels(known, fuel, other);
  const unnamed = members.filter((member) => !named.has(member));
  const heads = `${known.name(state)}'s ${direction} of ${fuel.replaceAll("-", " ")} in ${year}`;
  if (unnamed.length > 0 || !(total > 0))
    return gap(
      `${partner.name} in ${heads}`,
      partner.kind === "state"
        ? `the matrix has no ${other} ${partner.name} of this fuel: it traded none, or stands inside an area`
        : `the matrix has no ${other} of its own for ${unnamed.length} of ${members.length} members, which traded none or stand inside areas`,
      "energy statistics by partner",
    );
  const theirs = flows.filter((flow) => members.includes(flow[other]));
  const value = theirs.reduce((sum, flow) => sum + flow.value, 0);
  const spread = tellSpread(
    theirs.map((flow) => ({state: flow[other], value: flow.value / total})),
    tellShare,
  );
  const unit = flows[0]?.unit ?? "";
  const where = [
    {column: "fuel", in: [fuel]},
    {column: role, in: [state]},
  ];
  const partnerRows: Evidence =
    theirs.length === 0
      ? {
          kind: "searched",
          datasets: ["energy-2020"],
          where: [...where, {column: other, in: members}],
          quote: `No cell for ${partner.name} in ${heads}.`,
          reaches: [searchedFor(state, role), searchedFor(partner.id, other)],
        }
      : {
          kind: "rows",
          dataset: "energy-2020",
          where: [...where, {column: other, in: theirs.map((flow) => flow[other])}],
          count: theirs.length,
          quote: `${heads} with ${partner.name}: ${value} ${unit}.`,
          reaches: [
            inColumn(state, role),
            partnerInColumn(
              partner,
              other,
              theirs.map((flow) => flow[other]),
              String(year),
            ),
          ],
          vintage: String(year),
        };
  return figureOf(recipe, {
    value: value / total,
    intervalNote: "complete count of the matrix",
    coverage: `${flows.length} cells of the state${spread === "" ? "" : `; ${spread}`}`,
    vintage: String(year),
    evidence: [
      partnerRows,
      {
        kind: "rows",
        dataset: "energy-2020",
        where,
        count: flows.length,
        quote: `${heads}, all partners: ${Number(total.toPrecision(4))} ${unit}.`,
        reaches: [inColumn(state, role)],
        vintage: String(year),
      },
    ],
  });
}
