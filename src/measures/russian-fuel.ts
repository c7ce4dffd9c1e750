import type {RussianFuel, Series, StateCode} from "../world/index.ts";
import {gap, tellLarge} from "../world/index.ts";
import {type Known, pairsOf} from "./gather-known.ts";
import {groupBy} from "./group-by.ts";
import type {Pair} from "./partner.ts";
import {inColumn} from "./reaches.ts";
import {completeCount, type Measure, type Recipe} from "./recipe.ts";
import {figureOf, type Point, seriesOf} from "./series-of.ts";

/** The dataset has one seller; for any other partner there is nothing to ask. */
const seller: StateCode = "RUS";

const monthly: Recipe = {
  id: "russian-fuel",
  version: 1,
  unit: "eur",
  sector: "energy",
  needs: ["energy-russia"],
  card: {
    tells:
      "What a state bought of Russian fossil fuel, by month in euro and by year and fuel in tonnes.",
    formula: "Σ value over the months that have a row; a year with unknown months is a floor.",
    after: "CREA, from Comtrade and Eurostat, 2016-01 to 2022-11.",
    interval: completeCount,
    gapWhen: "The month has no row, which may mean none bought or none reported.",
  },
};
const yearly: Recipe = {...monthly, unit: "tonne"};

const note =
  "Fossil fuel bought from Russia as the buyer's customs report it, 2016-01 to 2022-11 at most. A month without a row is unknown, not zero.";

/** What a state bought of Russian fossil fuel: all fuels by month in euro, each fuel by year in tonnes. */
export const russianFuel: Measure = {recipes: [monthly, yearly], series: allSeries};

function allSeries(known: Known): Series[] {
  return pairsOf(known)
    .filter(({partner}) => partner.id === seller)
    .flatMap((pair) => {
      const rows = known.book.russianFuel.filter(({importer}) => importer === pair.state);
      return [
        seriesOf(
          known,
          monthly,
          {
            ...pair,
            detail: "by-month",
            title: `Russian fossil fuel bought by ${known.name(pair.state)}, by month`,
            note,
          },
          () => monthPoints(known, pair, rows),
        ),
        ...[...new Set(rows.map(({commodity}) => commodity))].sort().map((commodity) =>
          seriesOf(
            known,
            yearly,
            {
              ...pair,
              detail: commodity,
              title: `Russian ${commodity.replaceAll("_", " ")} bought by ${known.name(pair.state)}, by year`,
              note: `${note} A year with unknown months is a floor.`,
            },
            () =>
              yearPoints(
                known,
                pair,
                rows.filter((row) => row.commodity === commodity),
                commodity,
              ),
          ),
        ),
      ];
    });
}

function reaches({state, partner}: Pair) {
  return [
    inColumn(state, "importer"),
    {
      party: partner.id,
      how: "dataset" as const,
      by: "energy-russia: every row is a sale by Russia",
    },
  ];
}

function monthPoints(known: Known, pair: Pair, rows: readonly RussianFuel[]): Point[] {
  if (rows.length === 0) return [];
  const all = [...new Set(known.book.russianFuel.map(({month}) => month))].sort();
  const byMonth = groupBy(
    rows.filter(({unit}) => unit === "eur"),
    ({month}) => month,
  );
  const name = known.name(pair.state);
  return all.map((month) => {
    const bought = byMonth.get(month) ?? [];
    if (bought.length === 0)
      return {
        period: month,
        figure: gap(
          `Russian fuel bought by ${name}, ${month}`,
          "the month has no row, which may mean none bought or none reported",
          `customs statistics of ${name} for ${month}`,
        ),
      };
    const value = bought.reduce((sum, row) => sum + row.value, 0);
    const fuels = bought.map(({commodity}) => commodity.replaceAll("_", " ")).join(", ");
    return {
      period: month,
      figure: figureOf(monthly, {
        value,
        intervalNote: "complete count of the rows",
        coverage: `recorded: ${fuels}`,
        vintage: month,
        evidence: [
          {
            kind: "rows",
            dataset: "energy-russia",
            where: [
              {column: "importer", in: [pair.state]},
              {column: "month", in: [month]},
              {column: "unit", in: ["eur"]},
            ],
            count: bought.length,
            quote: `${name} bought Russian ${fuels} for ${tellEur(value)} in ${month}.`,
            reaches: reaches(pair),
            vintage: month,
          },
        ],
      }),
    };
  });
}

function yearPoints(
  known: Known,
  pair: Pair,
  rows: readonly RussianFuel[],
  commodity: string,
): Point[] {
  const fuel = commodity.replaceAll("_", " ");
  const name = known.name(pair.state);
  const byYear = groupBy(rows, ({month}) => month.slice(0, 4));
  return [...byYear.keys()].sort().map((year) => {
    const ofYear = byYear.get(year) ?? [];
    const sum = (unit: RussianFuel["unit"]) =>
      ofYear.reduce((total, row) => total + (row.unit === unit ? row.value : 0), 0);
    const tonnes = ofYear.filter(({unit}) => unit === "tonne");
    if (tonnes.length === 0)
      return {
        period: year,
        figure: gap(
          `Russian ${fuel} bought by ${name}, ${year}, in tonnes`,
          `only its value is recorded: ${tellEur(sum("eur"))}`,
          `customs statistics of ${name} for ${year}`,
        ),
      };
    const months = tonnes.length;
    const last =
      tonnes
        .map(({month}) => month)
        .sort()
        .at(-1) ?? year;
    return {
      period: year,
      figure: figureOf(yearly, {
        value: sum("tonne"),
        intervalNote: "complete count of the rows",
        coverage: `${months} of 12 months recorded${months < 12 ? ", so this is a floor" : ""}`,
        vintage: last,
        evidence: [
          {
            kind: "rows",
            dataset: "energy-russia",
            where: [
              {column: "importer", in: [pair.state]},
              {column: "commodity", in: [commodity]},
              {column: "month", from: `${year}-01`, to: `${year}-12`},
            ],
            count: ofYear.length,
            quote: `${name} bought ${tellLarge(sum("tonne"), 3)} tonnes of Russian ${fuel} for ${tellEur(sum("eur"))} in the ${months === 1 ? "month" : `${months} months`} recorded of ${year}.`,
            reaches: reaches(pair),
            vintage: last,
          },
        ],
      }),
    };
  });
}

function tellEur(eur: number): string {
  return `${Number((eur / 1e6).toPrecision(3))} million euro`;
}
