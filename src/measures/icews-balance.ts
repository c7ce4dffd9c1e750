import type {Gap, Measured, Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {type Kind, saysEnough} from "./engagement-of.ts";
import type {Known} from "./gather-known.ts";
import {membersTold} from "./icews-attention.ts";
import {icewsEvidence} from "./icews-evidence.ts";
import {icewsNote, icewsRecipe, icewsSeries} from "./icews-series.ts";
import type {Pair} from "./partner.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf} from "./series-of.ts";
import type {EngagementYear} from "./weigh-pairs.ts";

const kinds: Readonly<Record<Kind, {recipe: Recipe; word: string}>> = {
  cooperation: {
    recipe: icewsRecipe(
      "icews-cooperation",
      "log-ratio",
      {
        tells:
          "Co-operation with a partner against what all other dealings of both let expect: 0 is as expected, 0.7 twice.",
        formula:
          "y(t) ~ NB(e(t) · w(t), r), log w(t) an AR(1) with mean 0 and standard deviation 1.8; e is what the margins of both without the pair let expect (quasi-independence), r and the autocorrelation are shared by all pairs of the watch. y counts co-operative events, verbal and material, of both directions.",
        after:
          "ICEWS dyad-years 2002-2014 (Boschee and others); margins after Goodman 1968; forward and backward sums after Rabiner 1989.",
        interval:
          "90 %, exact on a grid, r and autocorrelation summed over their posterior. On simulated pairs 90 % of bands hold the truth in held-out months.",
        gapWhen:
          "ICEWS follows not both of the two, or what was counted says little more than was assumed beforehand (posterior over prior variance above 0.5).",
      },
      2,
    ),
    word: "Co-operation",
  },
  conflict: {
    recipe: icewsRecipe(
      "icews-conflict",
      "log-ratio",
      {
        tells: "Conflict with a partner against what all other dealings of both let expect.",
        formula:
          "y(t) ~ NB(e(t) · w(t), r), log w(t) an AR(1) with mean 0 and standard deviation 1.8; e is what the margins of both without the pair let expect (quasi-independence), r and the autocorrelation are shared by all pairs of the watch. y counts conflictual events, verbal and material, of both directions.",
        after:
          "ICEWS dyad-years 2002-2014 (Boschee and others); margins after Goodman 1968; forward and backward sums after Rabiner 1989.",
        interval:
          "90 %, exact on a grid, r and autocorrelation summed over their posterior. On simulated pairs 90 % of bands hold the truth in held-out months.",
        gapWhen:
          "ICEWS follows not both of the two, or what was counted says little more than was assumed beforehand (posterior over prior variance above 0.5).",
      },
      2,
    ),
    word: "Conflict",
  },
};

/** Co-operation and conflict of each pair against what all their other dealings let expect, measured apart. */
export const icewsBalance: Measure = {
  recipes: [kinds.cooperation.recipe, kinds.conflict.recipe],
  series: allSeries,
};

function allSeries(known: Known): Series[] {
  return (["cooperation", "conflict"] as const).flatMap((kind) =>
    icewsSeries(
      known,
      kinds[kind].recipe,
      ({state, partner}) => ({
        title: `${kinds[kind].word} between ${known.name(state)} and ${partner.name} against expectation`,
        note: `${icewsNote} A log ratio: 0 is as expected, 0.7 twice, −0.7 half. Expected are the margins of both without the pair, with the world's volume as offset.`,
      }),
      (pair, year) => balanceFigure(known, kind, pair, year, kinds[kind].recipe),
    ),
  );
}

/** The log ratio of a kind of event with its band; a gap where the count says little more than the prior. */
export function balanceFigure(
  known: Known,
  kind: Kind,
  pair: Pair,
  year: EngagementYear,
  recipe: Recipe,
): Measured | Gap {
  const {events} = year;
  const posterior = year[kind];
  if (!saysEnough(posterior))
    return gap(
      `${kinds[kind].word.toLowerCase()} between ${known.name(pair.state)} and ${pair.partner.name}, ${events.year}`,
      `${events.observed[kind]} events where ${events.expected[kind].toFixed(1)} were expected say little more than was assumed beforehand`,
      "a source that codes more events of the two",
    );
  return figureOf(recipe, {
    value: posterior.quantile(0.5),
    interval: {low: posterior.quantile(0.05), high: posterior.quantile(0.95)},
    intervalNote: "90 %, negative binomial with engagement that hangs together over the years",
    coverage: membersTold(pair.partner.kind, events),
    vintage: String(events.year),
    evidence: [icewsEvidence(known, pair, events)],
  });
}
