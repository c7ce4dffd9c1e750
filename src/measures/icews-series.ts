import type {Gap, Measured, Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {type Known, mainPairsOf} from "./gather-known.ts";
import type {Pair} from "./partner.ts";
import type {Recipe, RecipeCard} from "./recipe.ts";
import {pointsByYear, seriesOf} from "./series-of.ts";
import type {EngagementYear} from "./weigh-pairs.ts";

/** Recipes of measures made from ICEWS; they are of no one sector, as the counts are not coded by sector. */
export function icewsRecipe(id: string, unit: string, card: RecipeCard, version = 1): Recipe {
  return {id, version, unit, sector: null, needs: ["icews-pairs"], card};
}

export const icewsNote =
  "Events coded by machine from news (ICEWS, 2002-2014). Counts follow the news: volume is attention, not alignment. Margins add up, so more with two powers reads as less with all others.";

/** A series for each main pair, over the years that ICEWS has. */
export function icewsSeries(
  known: Known,
  recipe: Recipe,
  tell: (pair: Pair) => {readonly title: string; readonly note: string},
  figure: (pair: Pair, year: EngagementYear) => Measured | Gap,
): Series[] {
  const engagements = known.engagements();
  return mainPairsOf(known).map((pair) => {
    const {title, note} = tell(pair);
    const years = engagements.of(pair);
    return seriesOf(known, recipe, {...pair, title, note}, () =>
      pointsByYear(engagements.years, (year) => {
        const found = years.get(year);
        return found === undefined ? notFollowed(known, pair, year) : figure(pair, found);
      }),
    );
  });
}

export function notFollowed(known: Known, {state, partner}: Pair, year: number): Gap {
  return gap(
    `events between ${known.name(state)} and ${partner.name}, ${year}`,
    "ICEWS as carried here follows 152 states, and not both of these",
    "coded events of another source",
  );
}
