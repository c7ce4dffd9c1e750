import type {CountTrend} from "../math/index.ts";
import type {Gap, Measured, Series} from "../world/index.ts";
import {gap, yearOf} from "../world/index.ts";
import type {Kind} from "./engagement-of.ts";
import {type Known, mainPairsOf} from "./gather-known.ts";
import {membersTold} from "./icews-attention.ts";
import {icewsSpanEvidence} from "./icews-evidence.ts";
import {icewsNote, icewsRecipe} from "./icews-series.ts";
import {fewestYears, type LevelChanges} from "./level-changes.ts";
import {announcedFrom, leastRatio} from "./moved-lately.ts";
import type {Pair} from "./partner.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, type Point, seriesOf} from "./series-of.ts";

const after =
  "Fearnhead 2006 (exact forward and backward sums over segments); Miller & Dunson 2019 (likelihood raised to what a year is worth among its neighbours); ICEWS dyad-years 2002-2014.";
const few = `Fewer than ${fewestYears} years on end are followed.`;

function changeRecipe(kind: Kind): Recipe {
  return icewsRecipe(`icews-${kind}-change`, "chance", {
    tells: `How sure it is that the level of ${words[kind]} was another one before a year than from it on.`,
    formula:
      "P(level changes between t − 1 and t | all years), y(t) ~ NB(N(t) · level, r), N the events in the world, a change each year with chance 1/n; r and levels summed over grids.",
    after,
    interval: "None: a chance is its own doubt. What the level rose or fell by is told beside it.",
    gapWhen: few,
  });
}

function trendRecipe(kind: Kind): Recipe {
  return icewsRecipe(`icews-${kind}-trend`, "percent-a-year", {
    tells: `By how much ${words[kind]} grew or shrank a year, against all events in the world.`,
    formula:
      "100 (exp b − 1), log E y(t) = log N(t) + a + b t, quasi-Poisson: Var y = φ E y, φ from Pearson's chi-square.",
    after: "McCullagh & Nelder 1989, chapter 6; ICEWS dyad-years 2002-2014.",
    interval:
      "90 %, Student's t. A trend is told from none only where an interval of 95 % leaves out nought.",
    gapWhen: `${few} Nothing was coded.`,
  });
}

const words: Readonly<Record<Kind, string>> = {cooperation: "co-operation", conflict: "conflict"};
const kinds = ["cooperation", "conflict"] as const;
const recipes = {
  cooperation: {change: changeRecipe("cooperation"), trend: trendRecipe("cooperation")},
  conflict: {change: changeRecipe("conflict"), trend: trendRecipe("conflict")},
};

/** When the level of each pair's events changed, year by year, and how it drifted over all of them. */
export const icewsChange: Measure = {
  recipes: kinds.flatMap((kind) => [recipes[kind].change, recipes[kind].trend]),
  series: (known) => kinds.flatMap((kind) => seriesOfKind(known, kind)),
};

function seriesOfKind(known: Known, kind: Kind): Series[] {
  const found = known.changes(kind);
  return mainPairsOf(known).flatMap((pair, at) => {
    const changes = found[at] ?? null;
    const heads = `${words[kind]} between ${known.name(pair.state)} and ${pair.partner.name}`;
    const {change, trend} = recipes[kind];
    return [
      seriesOf(
        known,
        change,
        {
          ...pair,
          title: `Chance that the level of ${heads} changed`,
          note: `${icewsNote} Against the world's volume. A change is announced only where its chance is ${announcedFrom} or more, by a factor of ${leastRatio} or more, and shows against what both do with all others too.`,
        },
        () =>
          changes === null ? [tooFew(known, heads)] : changePointsOf(known, kind, pair, changes),
      ),
      seriesOf(
        known,
        trend,
        {
          ...pair,
          title: `Trend of ${heads}, per cent a year`,
          note: `${icewsNote} One straight line through all years: it says nothing of when. Told from none only where an interval of 95 % leaves out nought.`,
        },
        () =>
          changes === null
            ? [tooFew(known, heads)]
            : [{period: spanOf(changes.years), figure: trendFigure(known, kind, pair, changes)}],
      ),
    ];
  });
}

function tooFew(known: Known, heads: string): Point {
  return {
    period: String(yearOf(known.book.asOf)),
    figure: gap(
      `changes of ${heads}`,
      `fewer than ${fewestYears} years on end are followed`,
      "coded events of more years",
    ),
  };
}

function changePointsOf(known: Known, kind: Kind, pair: Pair, changes: LevelChanges): Point[] {
  const {years, byWorld, risen, fallen} = changes;
  return years.slice(1).map((events, before): Point => {
    const ratio = byWorld.ratioAfter(before);
    const factor = (share: number) => Math.exp(ratio.quantile(share)).toPrecision(2);
    const chance = byWorld.after[before] as number;
    const lately = Math.max(risen[before + 1] as number, fallen[before + 1] as number);
    const announced = lately >= announcedFrom ? "; announced at the time" : "";
    return {
      period: String(events.year),
      figure: figureOf(recipes[kind].change, {
        value: Math.min(1, chance),
        intervalNote: "a chance has none of its own",
        coverage: `if it changed, by a factor of ${factor(0.5)} (90 %: ${factor(0.05)} to ${factor(0.95)})${announced}; ${membersTold(pair.partner.kind, events)}`,
        vintage: String(years.at(-1)?.year ?? events.year),
        evidence: [icewsSpanEvidence(known, pair, [years[before] ?? events, events], kind)],
      }),
    };
  });
}

/** Student's t, 95th percentile, by degrees of freedom from 3 (any table); the normal law's beyond thirty. */
const t95 = [
  2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761, 1.753, 1.746,
  1.74, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701, 1.699, 1.697,
] as const;

/** The same table's 97.5th percentile. */
const t975 = [
  3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12,
  2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;

/** Whether a trend can be told from none: its interval of 95 % leaves out nought. A wider one than is drawn, for many are looked at. */
export function isTold({slope, error, freedom}: CountTrend): boolean {
  return Math.abs(slope) > (t975[freedom - 3] ?? 1.96) * error;
}

/** The trend of one kind of event over all years that are followed. */
export function trendFigure(
  known: Known,
  kind: Kind,
  pair: Pair,
  {years, trend}: LevelChanges,
): Measured | Gap {
  if (trend === null)
    return gap(
      `trend of ${words[kind]} between ${known.name(pair.state)} and ${pair.partner.name}, ${spanOf(years)}`,
      "nothing of the kind was coded",
      "a source that codes more events of the two",
    );
  const {slope, error, freedom} = trend;
  const reach = (t95[freedom - 3] ?? 1.645) * error;
  const percent = (log: number) => 100 * Math.expm1(log);
  return figureOf(recipes[kind].trend, {
    value: percent(slope),
    interval: {low: percent(slope - reach), high: percent(slope + reach)},
    intervalNote: "90 %, quasi-Poisson with Student's t",
    coverage: `${years.length} years; ${isTold(trend) ? "told from none" : "not told from none"}${lastMembers(pair, years)}`,
    vintage: String(years.at(-1)?.year ?? 0),
    evidence: [icewsSpanEvidence(known, pair, years, kind)],
  });
}

/** Of a bloc: how unlike its members were in the last year. */
function lastMembers({partner}: Pair, years: LevelChanges["years"]): string {
  const last = years.at(-1);
  return partner.kind === "state" || last === undefined
    ? ""
    : `; in ${last.year} ${membersTold(partner.kind, last)}`;
}

function spanOf(years: LevelChanges["years"]): string {
  return `${years[0]?.year}-${years.at(-1)?.year}`;
}
