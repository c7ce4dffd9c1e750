import type {AttentionMonth, Series} from "../world/index.ts";
import {gap, yearOf} from "../world/index.ts";
import {type Known, mainPairsOf} from "./gather-known.ts";
import {groupBy} from "./group-by.ts";
import {inColumn} from "./reaches.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {figureOf, type Point, seriesOf} from "./series-of.ts";

const recipe: Recipe = {
  id: "gdelt-attention",
  version: 1,
  unit: "attention-and-tone",
  sector: null,
  needs: ["gdelt-pairs"],
  card: {
    tells: "What the press made of two states in a month: attention and tone, never a count.",
    formula:
      "Σ over events of Goldstein + 0.025 · sources + 0.01 · articles + 0.01 · tone, both directions, as the carrier of the data added it up.",
    after: "GDELT 2.0, as monthly matrices (gzemo/gdelt-graph-data).",
    interval: "None is known for such a sum.",
    gapWhen:
      "The partner is a bloc: coverage and tone of many pairs do not add up to those of one.",
  },
};

/**
 * What the press made of two states, by month. Scale, coverage and tone are added up in the source, over both
 * directions, so this is drawn alone: it is no count, and enters no other measure.
 */
export const gdeltAttention: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  const pairOf = (a: string, b: string) => (a < b ? `${a}|${b}` : `${b}|${a}`);
  const byPair = groupBy(known.book.attention, ({a, b}) => pairOf(a, b));
  return mainPairsOf(known).map(({state, partner}) =>
    seriesOf(
      known,
      recipe,
      {
        state,
        partner,
        title: `Press attention and tone between ${known.name(state)} and ${partner.name}`,
        note: "GDELT 2018-01 to 2024-02: a sum of Goldstein scale, coverage and tone over both directions. It grows with the press and falls below zero with bad news: attention and tone, never a count, a co-operation or an alignment.",
      },
      () => {
        if (partner.kind !== "state")
          return [
            {
              period: String(yearOf(known.book.asOf)),
              figure: gap(
                `press attention and tone between ${known.name(state)} and ${partner.name}`,
                "the source knows pairs of states, and the coverage and tone of many pairs do not add up to those of one",
                "an event source that codes the bloc as an actor",
              ),
            },
          ];
        const months = [...(byPair.get(pairOf(state, partner.id)) ?? [])];
        return months
          .sort((a, b) => (a.month < b.month ? -1 : 1))
          .map((month) => pointOf(known, state, partner.name, month));
      },
    ),
  );
}

function pointOf(known: Known, state: string, partner: string, month: AttentionMonth): Point {
  const {a, b, value, daysActive, daysInMonth} = month;
  const other = a === state ? b : a;
  return {
    period: month.month,
    figure: figureOf(recipe, {
      value,
      intervalNote: "none is known for such a sum",
      coverage: `${daysActive} of ${daysInMonth} days with any event`,
      vintage: month.month,
      evidence: [
        {
          kind: "rows",
          dataset: "gdelt-pairs",
          where: [{column: "row", in: [month.row]}],
          count: 1,
          quote: `${known.name(state)} and ${partner} in ${month.month}: ${value} of scale, coverage and tone.`,
          reaches: [inColumn(state, "a, b"), inColumn(other, "a, b")],
          vintage: month.month,
        },
      ],
    }),
  };
}
