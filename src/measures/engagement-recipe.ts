import {icewsRecipe} from "./icews-series.ts";
import type {Recipe} from "./recipe.ts";

/** Where the method of engagement comes from. */
export const engagementAfter =
  "ICEWS dyad-years 2002-2014 (Boschee and others); margins after Goodman 1968; forward and backward sums after Rabiner 1989.";

/** The recipe of log engagement in some kind of event, which `counted` names (`engagement-of.ts` has the method). */
export function engagementRecipe(
  id: string,
  {tells, counted}: {readonly tells: string; readonly counted: string},
): Recipe {
  return icewsRecipe(
    id,
    "log-ratio",
    {
      tells,
      formula: `y(t) ~ NB(e(t) · w(t), r), log w(t) an AR(1) with mean 0 and standard deviation 1.8; e is what the margins of both without the pair let expect (quasi-independence), r and the autocorrelation are shared by all pairs of the watch. y counts ${counted}.`,
      after: engagementAfter,
      interval:
        "90 %, exact on a grid, r and autocorrelation summed over their posterior. On simulated pairs 90 % of bands hold the truth in held-out months.",
      gapWhen:
        "ICEWS follows not both of the two, or what was counted says little more than was assumed beforehand (posterior over prior variance above 0.5).",
    },
    2,
  );
}
