import type {Gap, Measured, Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {type Kind, saysEnough} from "./engagement-of.ts";
import {engagementRecipe} from "./engagement-recipe.ts";
import type {Known} from "./gather-known.ts";
import {membersTold} from "./icews-attention.ts";
import {icewsEvidence} from "./icews-evidence.ts";
import {icewsNote, icewsSeries} from "./icews-series.ts";
import type {Pair} from "./partner.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf} from "./series-of.ts";
import type {EngagementYear} from "./weigh-pairs.ts";

const kinds: Readonly<Record<Kind, {recipe: Recipe; word: string}>> = {
  cooperation: {
    recipe: engagementRecipe("icews-cooperation", {
      tells:
        "Co-operation with a partner against what all other dealings of both let expect: 0 is as expected, 0.7 twice.",
      counted: "co-operative events, verbal and material, of both directions",
    }),
    word: "Co-operation",
  },
  conflict: {
    recipe: engagementRecipe("icews-conflict", {
      tells: "Conflict with a partner against what all other dealings of both let expect.",
      counted: "conflictual events, verbal and material, of both directions",
    }),
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
