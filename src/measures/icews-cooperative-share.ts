import {gridPosterior} from "../math/index.ts";
import type {Gap, Measured, Series} from "../world/index.ts";
import {gap} from "../world/index.ts";
import type {Known} from "./gather-known.ts";
import {membersTold} from "./icews-attention.ts";
import {icewsEvidence} from "./icews-evidence.ts";
import {icewsNote, icewsRecipe, icewsSeries} from "./icews-series.ts";
import type {PairEvents} from "./index-pair-events.ts";
import type {Pair} from "./partner.ts";
import type {Measure} from "./recipe.ts";
import {figureOf} from "./series-of.ts";

const recipe = icewsRecipe("icews-cooperative-share", "share", {
  tells:
    "Valence: how much of what was coded between the two is co-operation. How friendly, not how much.",
  formula:
    "(4 m + coop) / (4 + coop + conflict), m the share that both show towards others. No scale of weights enters: with the mean on Goldstein's scale states stand in nearly the same order (rank correlation 0.96 between the USA and Russia, 0.94 between the USA and China, 2002-2014: `demarche validity`), so what is concluded survives dropping it.",
  after: "ICEWS dyad-years 2002-2014; Beta prior worth four events.",
  interval: "90 %, Beta posterior; events are taken as independent.",
  gapWhen: "Four events or fewer were coded.",
});

/** Events that the prior is worth: few, so that ten real ones already outweigh it. */
const priorEvents = 4;

/** Who never quarrels with others, or always, is not taken to be sure: the prior leaves a hundredth to the other kind. */
const leastOfEither = 0.01;

const cells = 500;
const grid = Float64Array.from({length: cells}, (_, at) => (at + 0.5) / cells);

/** Valence: the share of co-operation in what was coded between a pair, smoothed towards what both do elsewhere. */
export const icewsCooperativeShare: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  return icewsSeries(
    known,
    recipe,
    ({state, partner}) => ({
      title: `Share of co-operation in the events between ${known.name(state)} and ${partner.name}`,
      note: `${icewsNote} How friendly, not how much. Smoothed by a Beta prior worth four events at the share that both show towards others.`,
    }),
    (pair, {events}) => figureIn(known, pair, events),
  );
}

function figureIn(known: Known, pair: Pair, events: PairEvents): Measured | Gap {
  const {observed, expected, year} = events;
  const towardsOthers = expected.cooperation / (expected.cooperation + expected.conflict);
  const mean = Math.min(1 - leastOfEither, Math.max(leastOfEither, towardsOthers));
  const a = priorEvents * mean + observed.cooperation;
  const b = priorEvents * (1 - mean) + observed.conflict;
  const seen = observed.cooperation + observed.conflict;
  // Variance of a Beta falls as 1/(weight + 1): below that many events the prior still speaks louder.
  if ((priorEvents + 1) / (priorEvents + seen + 1) > 0.5)
    return gap(
      `share of co-operation between ${known.name(pair.state)} and ${pair.partner.name}, ${year}`,
      `only ${seen} events were coded`,
      "a source that codes more events of the two",
    );
  const posterior = gridPosterior(
    grid,
    grid.map((share) => (a - 1) * Math.log(share) + (b - 1) * Math.log(1 - share)),
  );
  return figureOf(recipe, {
    value: a / (a + b),
    interval: {low: posterior.quantile(0.05), high: posterior.quantile(0.95)},
    intervalNote: "90 %, Beta posterior; events taken as independent",
    coverage: membersTold(pair.partner.kind, events),
    vintage: String(year),
    evidence: [icewsEvidence(known, pair, events)],
  });
}
