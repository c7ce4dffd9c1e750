import type {
  DatasetId,
  Gap,
  Measured,
  RowCondition,
  Series,
  StateCode,
  TradeFlow,
} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {firstYear} from "./first-year.ts";
import {type Known, pairsOf} from "./gather-known.ts";
import type {Direction, FlowsByPartner} from "./index-flows.ts";
import {othersIn, type Partner} from "./partner.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, pointsByYear, seriesOf} from "./series-of.ts";
import {tellShare, tellSpread, tellUsd} from "./tell-amount.ts";

export const directions: readonly Direction[] = ["imports", "exports"];

const recipes: Readonly<Record<Direction, Recipe>> = {
  imports: {
    id: "trade-import-share",
    version: 1,
    unit: "share",
    sector: "trade",
    needs: [],
    card: {
      tells: "A partner's share of a state's imports of goods.",
      formula: "m(partner) / Σ m(all recorded partners), current US dollars.",
      after:
        "Correlates of War Trade 4.0 (as importers report); UN Comtrade matrix (as exporters report). Two compilations, two series.",
      interval:
        "None: a complete count of the recorded flows. The two sides of one flow often report it a tenth or more apart: see trade-mirror-gap.",
      gapWhen:
        "The state or the partner has no row in the compilation for the year: that is not a zero.",
    },
  },
  exports: {
    id: "trade-export-share",
    version: 1,
    unit: "share",
    sector: "trade",
    needs: [],
    card: {
      tells: "A partner's share of a state's exports of goods.",
      formula: "x(partner) / Σ x(all recorded partners), current US dollars.",
      after: "Correlates of War Trade 4.0; UN Comtrade matrix. Two compilations, two series.",
      interval:
        "None: a complete count of the recorded flows. The two sides of one flow often report it a tenth or more apart: see trade-mirror-gap.",
      gapWhen:
        "The state or the partner has no row in the compilation for the year: that is not a zero.",
    },
  },
};

/** Two compilations of one trade; they differ, so they stay two series. */
export const totals = [
  {dataset: "trade-cow", from: "Correlates of War", basis: "flows as the importer reports them"},
  {
    dataset: "trade-matrix",
    from: "UN Comtrade matrix",
    basis: "flows as the exporter reports them",
  },
] as const;

/** The yearly compilation has no room for optional powers. */
function totalsFor({optional}: Partner) {
  return totals.filter(({dataset}) => !optional || dataset !== "trade-cow");
}

/** Years of a compilation that the series show, upwards. */
export function totalYears(known: Known, dataset: TradeFlow["dataset"]): number[] {
  return known
    .flows()
    .years(dataset)
    .filter((year) => year >= firstYear);
}

/** Those of them that both compilations have. */
export function yearsOfBoth(known: Known): number[] {
  const others = totalYears(known, "trade-matrix");
  return totalYears(known, "trade-cow").filter((year) => others.includes(year));
}

/** A partner's share of a state's imports and exports of goods, by year, from each compilation. */
export const tradeShare: Measure = {recipes: [recipes.imports, recipes.exports], series: allSeries};

function allSeries(known: Known): Series[] {
  return pairsOf(known).flatMap(({state, partner}) =>
    directions.flatMap((direction) =>
      totalsFor(partner).map(({dataset, from, basis}) =>
        seriesOf(
          known,
          {...recipes[direction], needs: [dataset]},
          {
            state,
            partner,
            detail: dataset,
            title: `${partner.name}: share of ${known.name(state)}'s ${direction} (${from})`,
            note: `Goods only; ${basis}. Two sides often report one flow a tenth or more apart. A share of trade, not of what the state consumes: dependence would need its own output.`,
          },
          () =>
            pointsByYear(totalYears(known, dataset), (year) => {
              const flows = known.flows().of({dataset, section: null, state, direction, year});
              return shareFigure(known, recipes[direction], {
                dataset,
                where: [],
                goods: "goods",
                flows,
                rowsOf: (partners) => partners.length,
                state,
                partner,
                direction,
                year,
              });
            }),
        ),
      ),
    ),
  );
}

/** Flows of a state's goods in a year, and where they stand. */
export interface FlowsAsked {
  readonly dataset: DatasetId;
  /** Conditions besides the year and the state. */
  readonly where: readonly RowCondition[];
  /** What is traded, in words. */
  readonly goods: string;
  readonly flows: FlowsByPartner;
  /** How many rows the flows of these partners stand in. */
  readonly rowsOf: (partners: readonly StateCode[]) => number;
  readonly state: StateCode;
  readonly direction: Direction;
  readonly year: number;
}

interface ShareAsked extends FlowsAsked {
  readonly partner: Partner;
}

/** A partner's share of recorded flows; a gap where the state or the partner has no row, for that is not a zero. */
export function shareFigure(known: Known, recipe: Recipe, asked: ShareAsked): Measured | Gap {
  const {dataset, goods, flows, state, partner, direction, year} = asked;
  const what = `${partner.name} in ${known.name(state)}'s ${direction} of ${goods}, ${year}`;
  const members = othersIn(partner, state, year);
  const found = members.filter((member) => flows.has(member));
  let total = 0;
  for (const usd of flows.values()) total += usd;
  if (found.length === 0 || !(total > 0)) {
    const who = total > 0 ? partner.name : known.name(state);
    return gap(
      what,
      `${dataset} has no row of ${who} for ${year}`,
      `customs statistics of ${year}`,
    );
  }
  const value = found.reduce((sum, member) => sum + (flows.get(member) as number), 0);
  const shares = found.map((member) => ({
    state: member,
    value: (flows.get(member) as number) / total,
  }));
  const spread = partner.kind === "state" ? "" : tellSpread(shares, tellShare);
  const own = {column: direction === "imports" ? "importer" : "exporter", in: [state]};
  const other = direction === "imports" ? "exporter" : "importer";
  const ofYear = [{column: "year", in: [year]}, own, ...asked.where];
  const who = direction === "imports" ? "from" : "to";
  const heads = `${known.name(state)}'s ${direction} of ${goods}`;
  return figureOf(recipe, {
    value: value / total,
    intervalNote: "complete count of the recorded flows",
    coverage: [
      `${flows.size} partners recorded`,
      ...(partner.kind === "state" ? [] : [`${found.length} of ${members.length} members`]),
      ...(spread === "" ? [] : [spread]),
    ].join("; "),
    vintage: String(year),
    evidence: [
      {
        kind: "rows",
        dataset,
        where: [...ofYear, {column: other, in: found}],
        count: asked.rowsOf(found),
        quote: `${heads} ${who} ${partner.name} in ${year}: ${tellUsd(value)}.`,
        reaches: [
          inColumn(state, own.column),
          partnerInColumn(partner, other, found, String(year)),
        ],
        vintage: String(year),
      },
      {
        kind: "rows",
        dataset,
        where: ofYear,
        count: asked.rowsOf([...flows.keys()]),
        quote: `${heads} in ${year}, all partners: ${tellUsd(total)}.`,
        reaches: [inColumn(state, own.column)],
        vintage: String(year),
      },
    ],
  });
}
