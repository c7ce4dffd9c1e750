import type {Series} from "../world/index.ts";
import type {Known} from "./gather-known.ts";
import {icewsEvidence} from "./icews-evidence.ts";
import {icewsNote, icewsRecipe, icewsSeries} from "./icews-series.ts";
import type {Measure} from "./recipe.ts";
import {figureOf} from "./series-of.ts";
import {tellSpread} from "./tell-amount.ts";

const recipe = icewsRecipe("icews-attention", "per-million", {
  tells: "How much was reported between a state and a partner.",
  formula: "10⁶ · (events of both directions and all types) / (events in the world).",
  after: "ICEWS dyad-years 2002-2014.",
  interval: "None: a complete count of the coded events.",
  gapWhen: "ICEWS follows not both of the two.",
});

/** How much was reported between a state and a partner, of a million events in the world. */
export const icewsAttention: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  return icewsSeries(
    known,
    recipe,
    ({state, partner}) => ({
      title: `Attention: events reported between ${known.name(state)} and ${partner.name}, per million in the world`,
      note: `${icewsNote} Both directions and all types together; the evidence tells them apart.`,
    }),
    (pair, {events}) =>
      figureOf(recipe, {
        value: ((events.observed.cooperation + events.observed.conflict) / events.world) * 1e6,
        intervalNote: "complete count of the coded events",
        coverage: membersTold(pair.partner.kind, events),
        vintage: String(events.year),
        evidence: [icewsEvidence(known, pair, events)],
      }),
  );
}

/** How much of a bloc is followed, and how unlike its members are. */
export function membersTold(
  kind: "state" | "bloc" | "aggregate",
  {
    members,
    byMember,
    rows,
  }: {
    readonly members: readonly string[];
    readonly byMember: readonly {readonly state: string; readonly value: number}[];
    readonly rows: readonly number[];
  },
): string {
  if (kind === "state") return `${rows.length} of 2 directions have events`;
  const spread = tellSpread(byMember, (value) => value.toFixed(1));
  return `${members.length} members followed; log ratios of co-operation: ${spread || "one member"}`;
}
